import { eventDate } from '../vocabulary/dates';
import type { RawPush } from '../vocabulary/spellings';
import type { ReceiptStatus } from '../vocabulary/receipts';
import type { Reply } from '../vocabulary/replies';
import type { DeliveryReport, SmsEvent } from './sms-event';

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
	raw?: RawPush;
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
export type OtherEventItem = Extras & { event: 'other'; raw: RawPush; receivedAt: string };

/** One output item of the trigger. */
export type SmsEventItem = DeliveryReportItem | ReplyItem | OtherEventItem;

/** How items are written. */
export interface ItemStyle {
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
