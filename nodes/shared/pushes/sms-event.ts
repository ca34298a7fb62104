import { isFields, type Fields } from '../values';
import { providerPhone } from '../vocabulary/phone';
import { PushFields, eventDate } from '../vocabulary/fields';
import { readReply, type Reply } from '../vocabulary/replies';
import { isStop } from '../vocabulary/stop';
import { receiptMeaning, type ReceiptMeaning, type ReceiptStatus } from '../vocabulary/receipts';

/** An SMS was handed over, delivered or not. */
export interface DeliveryReport {
	readonly event: 'deliveryReport';
	readonly smsId: string | null;
	readonly campaignId: string | null;
	/** E.164, or what else stood there. */
	readonly phoneNumber: string | null;
	/** The provider's date as it came. */
	readonly receptionDate: string | null;
	readonly meaning: ReceiptMeaning;
	readonly statusText: string | null;
	readonly raw: Fields;
}

/** Somebody answered an SMS. */
export type ReplyEvent = Reply & { readonly raw: Fields };

/** A push that is none of these. */
interface OtherEvent {
	readonly event: 'other';
	readonly campaignId: string | null;
	readonly receptionDate: string | null;
	readonly raw: Fields;
}

/** One event of a push. */
export type SmsEvent = DeliveryReport | ReplyEvent | OtherEvent;

/** The kinds of events, as workflows store them. */
export type EventName = SmsEvent['event'];

/**
 * What a push with a status says as a receipt, or null where it is none. Beside a text only what is
 * certainly the status of a receipt makes it one: `code` may be anything (`message=STOP&code=36180`
 * names the short number), and a reply that is taken for a receipt is lost.
 */
function readReceipt(fields: PushFields): Pick<DeliveryReport, 'meaning' | 'statusText'> | null {
	const statusText = fields.spoken('statusText');
	const status = fields.text('status') ?? fields.text('code');
	const receipt = { meaning: receiptMeaning(status, statusText), statusText };
	const said = fields.spoken('message') ?? fields.spoken('keyword');
	if (said === null) {
		const isCode = fields.has('code') && (!fields.has('message') || statusText !== null);
		return fields.has('status') || isCode ? receipt : null;
	}
	// A receipt may repeat the text of the SMS, but no SMS of ours says STOP alone.
	if (isStop(said) || receipt.meaning.status === 'unknown') return null;
	const isCode = fields.text('code') !== null && statusText !== null;
	return fields.text('status') !== null || isCode ? receipt : null;
}

/** Tells by its content what an object of a push is: AllMySMS may send all kinds to one address. */
export function readEvent(raw: Fields): SmsEvent {
	const fields = new PushFields(raw);
	const receipt = fields.id('replyId') === null ? readReceipt(fields) : null;
	if (receipt !== null) {
		return {
			event: 'deliveryReport',
			smsId: fields.id('smsId'),
			campaignId: fields.id('campaignId'),
			phoneNumber: providerPhone(fields.text('phoneNumber')),
			receptionDate: fields.text('receptionDate'),
			...receipt,
			raw,
		};
	}
	const isReply =
		fields.id('replyId') !== null || fields.has('message') || fields.text('keyword') !== null;
	if (isReply) return { ...readReply(fields), raw };
	return {
		event: 'other',
		campaignId: fields.id('campaignId'),
		receptionDate: fields.text('receptionDate'),
		raw,
	};
}

/** Keys that only some settings of the trigger add. */
type Extras = {
	/** Whether the API confirmed the event; only with 'Verify Events'. */
	verified?: boolean;
};

/** What every event has. A key without a value is null. */
type Known = {
	smsId: string | null;
	campaignId: string | null;
	/** E.164, `+33612345678`; a short number as its digits. */
	phoneNumber: string | null;
	/** ISO 8601 with offset. */
	receivedAt: string;
	/** The push as it came; only with 'Include Raw Data'. */
	raw?: Fields;
};

/** Output item for a delivery report. */
export type DeliveryReportItem = Known &
	Extras & {
		event: 'deliveryReport';
		status: ReceiptStatus;
		statusCode: number | null;
		statusText: string | null;
		/** No other report follows for this SMS. */
		final: boolean;
	};

/** Output item for a reply, or for a STOP. */
export type ReplyItem = Known &
	Extras & { event: 'reply' | 'stop'; replyId: string | null; message: string | null };

/** Output item for a push that is none of these. */
export type OtherEventItem = Extras & { event: 'other'; raw: Fields; receivedAt: string };

/** One output item of the trigger. */
export type SmsEventItem = DeliveryReportItem | ReplyItem | OtherEventItem;

/** How items are written. */
interface ItemStyle {
	/** The provider's time zone: that of its dates, and of `receivedAt`. */
	readonly zone: string;
	/** ISO 8601 with offset; for pushes without a date. */
	readonly now: string;
	readonly includeRaw: boolean;
}

function ofReport(event: DeliveryReport, receivedAt: string): DeliveryReportItem {
	const { smsId, campaignId, phoneNumber, meaning, statusText } = event;
	return {
		event: 'deliveryReport',
		smsId,
		campaignId,
		phoneNumber,
		status: meaning.status,
		statusCode: meaning.statusCode,
		statusText,
		final: meaning.final,
		receivedAt,
	};
}

function ofReply(reply: Reply, receivedAt: string): ReplyItem {
	const { event, replyId, smsId, campaignId, phoneNumber, message } = reply;
	return {
		event,
		replyId,
		smsId,
		campaignId,
		phoneNumber,
		message,
		receivedAt,
	};
}

/** Makes the output item of an event. */
export function eventItem(event: SmsEvent, { zone, now, includeRaw }: ItemStyle): SmsEventItem {
	const receivedAt = eventDate(event.receptionDate, zone) ?? now;
	if (event.event === 'other') return { event: 'other', raw: event.raw, receivedAt };
	const item =
		event.event === 'deliveryReport' ? ofReport(event, receivedAt) : ofReply(event, receivedAt);
	return includeRaw ? { ...item, raw: event.raw } : item;
}

/** A shorter token may be a word of the push by chance; then only a value of its own is hidden. */
const TELLING_LENGTH = 8;

function masked(value: unknown, secret: string): unknown {
	if (value === secret) return '***';
	if (typeof value === 'string') {
		return secret.length < TELLING_LENGTH ? value : value.replaceAll(secret, '***');
	}
	if (Array.isArray(value)) return value.map((member) => masked(member, secret));
	return isFields(value) ? withoutSecret(value, secret) : value;
}

/** The push without the token, wherever it stands: who calls may repeat the address in it. */
export function withoutSecret(raw: Fields, secret: string): Fields {
	if (secret === '') return raw;
	return Object.fromEntries(
		Object.entries(raw).map(([key, value]) => [key, masked(value, secret)]),
	);
}
