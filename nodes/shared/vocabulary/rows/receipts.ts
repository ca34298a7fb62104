import { read, type Result } from '../../problem';
import { firstText, providerWords, spokenText, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { providerPhone } from '../phone';
import { receiptMeaning, type ReceiptStatus } from '../receipt-status';
import { readRows } from './answer-rows';
import { receivedAtReader } from './received-at';

/** A delivery report, with the same keys as from the trigger. A key without a value is null. */
export type ReceiptRow = {
	event: 'deliveryReport';
	smsId: string | null;
	campaignId: string | null;
	phoneNumber: string | null;
	status: ReceiptStatus;
	statusCode: number | null;
	statusText: string | null;
	/** No other report follows for this SMS. */
	final: boolean;
	/** ISO 8601 with offset. */
	receivedAt: string | null;
};

/** What was asked for: the provider does not repeat it in its rows. */
export interface AskedReceipts {
	readonly smsId: string | null;
	readonly campaignId: string | null;
}

const SHAPE = {
	rowKeys: ['phoneNumber', 'PhoneNumber', 'receptionDate'],
	listKeys: ['acks', 'reports', 'ack', 'report'],
};

const wordsOf = (row: Fields): string | null =>
	spokenText(firstText(row, 'comment', 'statusText')) ?? providerWords(row);

const NOT_YET = 'There is no delivery report yet';

/** Reads the answer to `getAcks`, `getAckBySmsId` or a REST report, with each row as it came. */
export function readReceipts(
	data: AnswerData,
	httpStatus: number,
	asked: AskedReceipts,
): Result<Array<{ row: ReceiptRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const receivedAt = receivedAtReader();
	const rows = reading.value.map((raw) => {
		const words = wordsOf(raw);
		const meaning = receiptMeaning(firstText(raw, 'status', 'statut', 'code'), words);
		const statusText = words ?? (meaning.statusCode === null ? NOT_YET : null);
		return {
			raw,
			row: {
				event: 'deliveryReport',
				smsId: firstText(raw, 'smsId', 'smsID') ?? asked.smsId,
				campaignId: firstText(raw, 'campaignId', 'campId') ?? asked.campaignId,
				phoneNumber: providerPhone(raw.phoneNumber ?? raw.PhoneNumber),
				status: meaning.status,
				statusCode: meaning.statusCode,
				statusText,
				final: meaning.final,
				receivedAt: receivedAt(raw),
			} satisfies ReceiptRow,
		};
	});
	return read(rows);
}

/** What is known of an SMS before its first report has come. */
export const noReceiptYet = (smsId: string): ReceiptRow => ({
	event: 'deliveryReport',
	smsId,
	campaignId: null,
	phoneNumber: null,
	status: 'unknown',
	statusCode: null,
	statusText: NOT_YET,
	final: false,
	receivedAt: null,
});
