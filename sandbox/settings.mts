import { DEFAULT_PUSH_SETTINGS, type PushSettings } from './pushes/push-queue.mts';
import { DEFAULT_DELAYS, type ReceiptDelays } from './receipts/receipt-schedule.mts';

/** How answers look where the sources contradict each other (docs/provider.md, Contradictions). */
export interface AnswerHabits {
	/** Key of a receipt's code in `getAcks` rows. */
	readonly ackKey: 'statut' | 'status' | 'both';
	/** Content type of JSON answers of v9.0. */
	readonly jsonType: 'text/html' | 'application/json';
	/** Code of a send that had invalid numbers beside good ones. */
	readonly partialCode: 100 | 113;
	/** Whether `getPulls` returns a reply once, or always. */
	readonly pulls: 'all' | 'new';
	/** Whether a list of one stands as that one. */
	readonly singleObjects: boolean;
	/** Whether all numbers are text, or numeric text is a number. */
	readonly numbers: 'mixed' | 'text' | 'number';
	/** Whether accents and quotes in texts are HTML entities. */
	readonly htmlEntities: boolean;
	/** Whether a byte order mark and a blank line stand before the answer. */
	readonly byteOrderMark: boolean;
	/** Answer to `createSubAccount`: davaxi's, or detailflow's with the new key. */
	readonly createSubAccount: 'text' | 'key';
	/** Format of answers to requests that name none. */
	readonly defaultFormat: 'payload' | 'json' | 'xml';
}

export const DEFAULT_HABITS: AnswerHabits = {
	ackKey: 'both',
	jsonType: 'text/html',
	partialCode: 100,
	pulls: 'all',
	singleObjects: false,
	numbers: 'mixed',
	htmlEntities: false,
	byteOrderMark: false,
	createSubAccount: 'text',
	defaultFormat: 'payload',
};

/** What may be set beside the account and the habits. */
export interface Settings {
	readonly receiptDelaysMs: ReceiptDelays;
	readonly pushes: PushSettings;
	/** Characters of a text; the page of the provider says 640, davaxi 1,224. */
	readonly longestText: number;
}

export const DEFAULT_SETTINGS: Settings = {
	receiptDelaysMs: DEFAULT_DELAYS,
	pushes: DEFAULT_PUSH_SETTINGS,
	longestText: 640,
};
