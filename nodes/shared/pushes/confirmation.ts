import type { ProviderData } from '../provider/provider-data';
import { CODES } from '../vocabulary/codes';
import { providerPhone } from '../vocabulary/phone';
import type { ProviderCall } from '../provider/provider-call';
import { PushFields } from '../vocabulary/spellings';
import { membersOf } from './read-push';
import { receiptMeaning } from '../vocabulary/receipts';
import { readReply, type Reply } from '../vocabulary/replies';
import type { DeliveryReport, SmsEvent } from './sms-event';

/** What the API says of an event: it knows it, it does not, or it could not be asked. */
export type Confirmation = 'confirmed' | 'refuted' | 'unavailable';

/**
 * What to ask the API about an event, one after the other until it is confirmed. Empty for events
 * that it cannot tell of: those without the id of an SMS, and those that are not understood.
 */
export function confirmationCalls(event: SmsEvent): ProviderCall[] {
	if (event.event === 'other') return [];
	const { smsId, campaignId } = event;
	if (event.event === 'deliveryReport') {
		return smsId === null ? [] : [{ api: 'v9', endpoint: 'getAckBySmsId', fields: { smsId } }];
	}
	const calls: ProviderCall[] = [];
	if (smsId !== null) calls.push({ api: 'v9', endpoint: 'getPullBySmsId', fields: { smsId } });
	// Who answers one SMS twice may be found only once under its id.
	if (campaignId !== null) {
		calls.push({ api: 'v9', endpoint: 'getPull', fields: { campId: campaignId } });
	}
	return calls;
}

const isSamePhone = (row: PushFields, phoneNumber: string | null): boolean =>
	phoneNumber !== null && providerPhone(row.text('phoneNumber')) === phoneNumber;

/** A report that the SMS was handed over is not wrong because it was delivered since. */
function isReportIn(row: PushFields, { phoneNumber, meaning }: DeliveryReport): boolean {
	if (!isSamePhone(row, phoneNumber)) return false;
	const known = receiptMeaning(row.text('status') ?? row.text('code'), row.spoken('statusText'));
	if (meaning.status === 'sent' && known.final) return true;
	if (meaning.status === 'unknown') {
		return known.status === 'unknown' && known.statusCode === meaning.statusCode;
	}
	return known.status === meaning.status;
}

/** White space and the form of accents differ between a push and the API. */
const comparable = (text: string | null): string =>
	(text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

const isReplyIn = (row: PushFields, { phoneNumber, message }: Reply): boolean =>
	isSamePhone(row, phoneNumber) && comparable(readReply(row).message) === comparable(message);

/** Reads the answer to one of the {@link confirmationCalls} of an event. */
export function readConfirmation(event: SmsEvent, answer: ProviderData): Confirmation {
	if (!answer.ok) return 'unavailable';
	if (event.event === 'other') return 'refuted';
	const rows = membersOf(answer.value.data).events.map((raw) => new PushFields(raw));
	const isKnown = rows.some((row) =>
		event.event === 'deliveryReport' ? isReportIn(row, event) : isReplyIn(row, event),
	);
	if (isKnown) return 'confirmed';
	return rows.some((row) => Number(row.text('status') ?? row.text('code')) === CODES.notLoggedIn)
		? 'unavailable'
		: 'refuted';
}
