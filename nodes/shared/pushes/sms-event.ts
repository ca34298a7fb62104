import { PushFields, type RawPush } from '../vocabulary/push-fields';
import { isStop } from '../vocabulary/stop';
import { receiptMeaning, type ReceiptMeaning } from '../vocabulary/receipt-status';

/** What all events that are understood have. */
interface Known {
	readonly smsId: string | null;
	readonly campaignId: string | null;
	/** As it came. */
	readonly phoneNumber: string | null;
	/** The provider's date as it came. */
	readonly receptionDate: string | null;
	readonly raw: RawPush;
}

/** An SMS was handed over, delivered or not. */
export interface DeliveryReport extends Known {
	readonly event: 'deliveryReport';
	readonly meaning: ReceiptMeaning;
	readonly statusText: string | null;
}

/** Somebody answered an SMS; `stop` where it asks for no more SMS. */
export interface Reply extends Known {
	readonly event: 'reply' | 'stop';
	readonly replyId: string | null;
	readonly message: string | null;
}

/** A push that is none of these. */
export interface OtherEvent {
	readonly event: 'other';
	readonly campaignId: string | null;
	readonly receptionDate: string | null;
	readonly raw: RawPush;
}

/** One event of a push. */
export type SmsEvent = DeliveryReport | Reply | OtherEvent;

/** The kinds of events, as workflows store them. */
export type EventName = SmsEvent['event'];

/** Placeholders where the provider has no id. */
const idOf = (text: string | null): string | null => (text === '0' ? null : text);

/** Tells by its content what an object of a push is: AllMySMS may send all kinds to one address. */
export function readEvent(raw: RawPush): SmsEvent {
	const fields = new PushFields(raw);
	const known = {
		smsId: idOf(fields.text('smsId')),
		campaignId: idOf(fields.text('campaignId')),
		phoneNumber: fields.text('phoneNumber'),
		receptionDate: fields.text('receptionDate'),
		raw,
	};
	const message = fields.text('message');
	const status = fields.text('status');
	const replyId = idOf(fields.text('replyId'));
	const isReceipt = fields.has('status') && (status !== null || message === null);

	if (replyId !== null || (fields.has('message') && !isReceipt)) {
		return {
			event: isStop(message) ? 'stop' : 'reply',
			...known,
			replyId: replyId ?? idOf(fields.text('rowId')),
			message,
		};
	}
	if (isReceipt) {
		const statusText = fields.text('statusText');
		const meaning = receiptMeaning(status, statusText);
		return { event: 'deliveryReport', ...known, meaning, statusText };
	}
	const { campaignId, receptionDate } = known;
	return { event: 'other', campaignId, receptionDate, raw };
}
