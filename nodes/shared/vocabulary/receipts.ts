import type { Result } from '../problem';
import type { Fields } from '../values';
import type { AnswerData } from './answers';
import { firstText, numberOf, providerWords, receivedAtReader, spokenText } from './fields';
import { providerPhone } from './phone';
import { readRowsAs, type ReadRow } from './rows';
import { ANSWER } from './spellings';

/** What a delivery receipt says, in words that stay the same for both APIs and for pushes. */
export type ReceiptStatus = 'delivered' | 'undelivered' | 'sent' | 'rejected' | 'unknown';

/** All of them, in the order in which users meet them. */
export const RECEIPT_STATUSES: readonly ReceiptStatus[] = [
	'delivered',
	'sent',
	'undelivered',
	'rejected',
	'unknown',
];

/** The meaning of a receipt. */
export interface ReceiptMeaning {
	readonly status: ReceiptStatus;
	/** The provider's number; null where it gave a word or nothing. */
	readonly statusCode: number | null;
	/** No other receipt follows for this SMS. */
	readonly final: boolean;
}

/** The provider's label for 1 is "Issued", but delivered SMS get it (docs/provider.md, Receipt codes). */
const BY_CODE: Readonly<Record<number, ReceiptStatus>> = {
	1: 'delivered',
	2: 'undelivered',
	3: 'sent',
	4: 'rejected',
	5: 'rejected',
};

/** Words of receipts without a known number, English and French; the first that fits counts. */
const BY_WORDS: ReadonlyArray<readonly [RegExp, ReceiptStatus]> = [
	[/reject|refus/, 'rejected'],
	[
		/echec|fail|expire|undeliv|\b(?:non|not|no|un|pas)[\s_-]*(?:ete[\s_-]*)?(?:deliv|livr|remis|transm|sent\b|envoy)/,
		'undelivered',
	],
	[/attente|pending|transm|\bsent\b|envoye/, 'sent'],
	[/deliv|livr|remis/, 'delivered'],
];

const FINAL: readonly ReceiptStatus[] = ['delivered', 'undelivered', 'rejected'];

function ofWords(words: string): ReceiptStatus {
	const plain = words.slice(0, 500).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return BY_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown';
}

/**
 * Reads the status of a receipt: a push, a row of `getAcks` or of a REST report.
 *
 * @param code what stands under `status`, `statut` or `code`: a number, also as text, or a word
 * @param words the provider's text for it
 */
export function receiptMeaning(code: unknown, words: string | null): ReceiptMeaning {
	const number = numberOf(code);
	const statusCode = number !== null && Number.isInteger(number) ? number : null;
	const known = statusCode === null ? undefined : BY_CODE[statusCode];
	const word = statusCode === null && typeof code === 'string' ? code : '';
	const status = known ?? ofWords(`${word} ${words ?? ''}`);
	return { status, statusCode, final: FINAL.includes(status) };
}

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
	rowKeys: [...ANSWER.phoneNumber, ANSWER.receptionDate[0]],
	listKeys: ['acks', 'reports', 'ack', 'report'],
};

const wordsOf = (row: Fields): string | null =>
	spokenText(firstText(row, ANSWER.receiptText)) ?? providerWords(row);

const NOT_YET = 'There is no delivery report yet';

/** Reads the answer to `getAcks`, `getAckBySmsId` or a REST report, with each row as it came. */
export function readReceipts(
	data: AnswerData,
	httpStatus: number,
	asked: AskedReceipts,
): Result<Array<ReadRow<ReceiptRow>>> {
	const receivedAt = receivedAtReader();
	return readRowsAs(data, httpStatus, SHAPE, (raw) => {
		const words = wordsOf(raw);
		const meaning = receiptMeaning(firstText(raw, ANSWER.receiptStatus), words);
		return {
			event: 'deliveryReport',
			smsId: firstText(raw, ANSWER.smsId) ?? asked.smsId,
			campaignId: firstText(raw, ANSWER.campaignId) ?? asked.campaignId,
			phoneNumber: providerPhone(firstText(raw, ANSWER.phoneNumber)),
			status: meaning.status,
			statusCode: meaning.statusCode,
			statusText: words ?? (meaning.statusCode === null ? NOT_YET : null),
			final: meaning.final,
			receivedAt: receivedAt(raw),
		};
	});
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
