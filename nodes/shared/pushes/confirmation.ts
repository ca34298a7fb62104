import type { ProviderData, ReadableAnswer } from '../provider/provider-data';
import { v9Call, type ProviderCall } from '../provider/provider-call';
import { CODES } from '../vocabulary/codes';
import { tellingFields } from '../vocabulary/fields';
import { readReceipts, type ReceiptRow } from '../vocabulary/receipts';
import { readReplies, type Reply, type ReplyRow } from '../vocabulary/replies';
import { statusOf } from '../vocabulary/rows';
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
		return smsId === null ? [] : [v9Call('getAckBySmsId', { smsId })];
	}
	const calls: ProviderCall[] = [];
	if (smsId !== null) calls.push(v9Call('getPullBySmsId', { smsId }));
	// Who answers one SMS twice may be found only once under its id.
	if (campaignId !== null) {
		calls.push(v9Call('getPull', { campaignId }));
	}
	return calls;
}

/** A report that the SMS was handed over is not wrong because it was delivered since. */
function isReport(row: ReceiptRow, { phoneNumber, meaning }: DeliveryReport): boolean {
	if (phoneNumber === null || row.phoneNumber !== phoneNumber) return false;
	if (meaning.status === 'sent' && row.final) return true;
	if (row.status !== meaning.status) return false;
	return meaning.status !== 'unknown' || row.statusCode === meaning.statusCode;
}

/** White space and the form of accents differ between a push and the API. */
const comparable = (text: string | null): string =>
	(text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

const isReply = (row: ReplyRow, { phoneNumber, message }: Reply): boolean =>
	phoneNumber !== null &&
	row.phoneNumber === phoneNumber &&
	comparable(row.message) === comparable(message);

/** Nothing is filled in: a row is what the API says itself. */
const ASKED = { smsId: null, campaignId: null };

function isTold(event: DeliveryReport | Reply, { data, httpStatus }: ReadableAnswer): boolean {
	if (event.event === 'deliveryReport') {
		const reports = readReceipts(data, httpStatus, ASKED);
		return reports.ok && reports.value.some(({ row }) => isReport(row, event));
	}
	const replies = readReplies(data, httpStatus, ASKED);
	return replies.ok && replies.value.some(({ row }) => isReply(row, event));
}

/** Reads the answer to one of the {@link confirmationCalls} of an event. */
export function readConfirmation(event: SmsEvent, answer: ProviderData): Confirmation {
	if (!answer.ok) return 'unavailable';
	if (event.event === 'other') return 'refuted';
	if (isTold(event, answer.value)) return 'confirmed';
	const told = tellingFields(answer.value.data);
	const isLoggedIn = told === null || Number(statusOf(told)) !== CODES.notLoggedIn;
	return isLoggedIn ? 'refuted' : 'unavailable';
}
