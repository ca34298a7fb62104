import { SHORT_NUMBER } from '../campaigns/campaign.mts';
import { readPhoneNumber } from '../numbers/phone-number.mts';
import { asksToStop } from '../replies/blacklist.mts';
import type { Reply } from '../replies/reply-book.mts';
import type { Sandbox } from '../sandbox.mts';
import { BadInput, fieldsOf, onlyKnown, textField } from './bad-input.mts';

/**
 * Sends an SMS from a phone: it belongs to the last SMS that the phone got, is pushed, and STOP
 * puts the number on the blacklist.
 */
export function takeReply(input: unknown, sandbox: Sandbox) {
	const fields = fieldsOf(input, 'The body');
	onlyKnown(fields, ['phoneNumber', 'message']);
	const phoneNumber = readPhoneNumber(textField(fields, 'phoneNumber'));
	if (phoneNumber === null) {
		throw new BadInput('"phoneNumber" must be a number such as 33612345678 or 0612345678');
	}
	const message = textField(fields, 'message');
	if (message === '') throw new BadInput('"message" must be a text that is not empty');

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
		/** A real phone cannot answer a name; here it is only told. */
		repliable: sender === SHORT_NUMBER,
		blacklisted: sandbox.blacklist.has(reply.owner, phoneNumber),
	};
}
