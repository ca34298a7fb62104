import type { z } from 'zod/v4';

import { SHORT_NUMBER } from '../campaigns/campaign.mts';
import { asksToStop } from '../replies/blacklist.mts';
import type { Reply } from '../replies/reply-book.mts';
import type { Sandbox } from '../sandbox.mts';
import type { replyInput } from './inputs.mts';
import type { TakenReply } from './outputs.mts';

/**
 * Sends an SMS from a phone: it belongs to the last SMS that the phone got, is pushed, and STOP
 * puts the number on the blacklist.
 */
export function takeReply(
	{ phoneNumber, message }: z.output<typeof replyInput>,
	sandbox: Sandbox,
): TakenReply {
	const sms = sandbox.campaigns.lastToPhone(phoneNumber);
	const reply: Reply = {
		id: sandbox.replies.nextId(),
		owner: sms?.campaign.owner ?? sandbox.accounts.main.login,
		phoneNumber,
		message,
		smsId: sms?.smsId ?? null,
		campaign: sms?.campaign ?? null,
		at: Date.now(),
		read: false,
	};
	sandbox.replies.add(reply);
	if (asksToStop(message)) {
		sandbox.blacklist.add(reply.owner, { phoneNumber, comment: 'stop', at: reply.at });
	}
	sandbox.pushReply(reply);
	const sender = sms?.campaign.sender ?? SHORT_NUMBER;
	return {
		smsMoId: reply.id,
		smsId: reply.smsId,
		campaignId: reply.campaign?.campaignId ?? null,
		phoneNumber,
		message,
		repliable: sender === SHORT_NUMBER,
		blacklisted: sandbox.blacklist.has(reply.owner, phoneNumber),
	};
}
