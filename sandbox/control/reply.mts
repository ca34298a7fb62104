import type { z } from 'zod/v4';

import type { Sms } from '../campaigns/campaign.mts';
import { SHORT_NUMBER } from '../campaigns/sender.mts';
import { BadInput } from '../json-input.mts';
import type { Reply } from '../replies/reply-book.mts';
import type { Sandbox } from '../sandbox.mts';
import { asksToStop } from '../text/stop.mts';
import type { replyInput } from './inputs.mts';
import type { TakenReply } from './outputs.mts';

const showsNumber = ({ sender }: Sms): boolean => sender === SHORT_NUMBER;

/** Whether a phone has an SMS that shows a number, or none at all: its owner may write first. */
export const canReply = ({ campaigns }: Sandbox, phoneNumber: string): boolean =>
	!campaigns.lastToPhone(phoneNumber) ||
	campaigns.lastToPhone(phoneNumber, showsNumber) !== undefined;

/**
 * The SMS that a reply answers: the newest one that shows a number. A phone cannot reply to a name,
 * but its owner can type the number that a text with a name gives for STOP.
 */
function answered(sandbox: Sandbox, phoneNumber: string, message: string): Sms | undefined {
	const last = sandbox.campaigns.lastToPhone(phoneNumber);
	if (!last || asksToStop(message)) return last;
	const repliable = sandbox.campaigns.lastToPhone(phoneNumber, showsNumber);
	if (repliable) return repliable;
	throw new BadInput(
		`The phone ${phoneNumber} has only SMS from "${last.sender}": a phone cannot reply to a name. ` +
			'It can send STOP to the number that the text gives',
	);
}

/** Sends an SMS from a phone: it is pushed, and STOP puts the number on the blacklist. */
export function takeReply(
	{ phoneNumber, message }: z.output<typeof replyInput>,
	sandbox: Sandbox,
): TakenReply {
	const sms = answered(sandbox, phoneNumber, message);
	const reply: Reply = {
		id: sandbox.replies.nextId(),
		owner: sms?.campaign.owner ?? sandbox.accounts.main.login,
		phoneNumber,
		message,
		smsId: sms?.smsId ?? null,
		campaign: sms?.campaign ?? null,
		at: sandbox.clock.now(),
		place: sandbox.nextPlace(),
		read: false,
	};
	sandbox.replies.add(reply);
	if (asksToStop(message)) {
		sandbox.blacklist.add(reply.owner, { phoneNumber, comment: 'stop', at: reply.at });
	}
	sandbox.pushReply(reply);
	return {
		smsMoId: reply.id,
		smsId: reply.smsId,
		campaignId: reply.campaign?.campaignId ?? null,
		phoneNumber,
		message,
		blacklisted: sandbox.blacklist.has(reply.owner, phoneNumber),
	};
}
