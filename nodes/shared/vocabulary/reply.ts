import { providerPhone } from './phone';
import type { PushFields } from './push-fields';
import { isStop } from './stop';

/** A reply as a push and a row of an answer hold it alike. A key without a value is null. */
export interface Reply {
	/** `stop` where it asks for no more SMS. */
	readonly event: 'reply' | 'stop';
	readonly replyId: string | null;
	readonly smsId: string | null;
	readonly campaignId: string | null;
	/** E.164, or what else stood there. */
	readonly phoneNumber: string | null;
	/** Without the blanks around it. */
	readonly message: string | null;
	/** The provider's date as it came. */
	readonly receptionDate: string | null;
}

/**
 * Reads a reply, whichever road it came: the trigger and the reads tell the same of it. Platforms
 * that look for the first word may send it as a field of its own.
 */
export function readReply(fields: PushFields): Reply {
	const keyword = fields.spoken('keyword');
	const message = fields.spoken('message') ?? keyword;
	return {
		event: isStop(message) || isStop(keyword) ? 'stop' : 'reply',
		replyId: fields.id('replyId') ?? fields.id('rowId'),
		smsId: fields.id('smsId'),
		campaignId: fields.id('campaignId'),
		phoneNumber: providerPhone(fields.text('phoneNumber')),
		message,
		receptionDate: fields.text('receptionDate'),
	};
}
