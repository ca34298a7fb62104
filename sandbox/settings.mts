import { z } from 'zod/v4';

import { choice, fields, flag, whole } from './json-input.mts';

/** How answers look where the sources contradict each other (docs/provider.md, Contradictions). */
export const answerHabits = fields({
	/** Key of a receipt's code in `getAcks` rows. */
	ackKey: choice(['statut', 'status', 'both']),
	/** Content type of JSON answers of v9.0. */
	jsonType: choice(['text/html', 'application/json']),
	/** Code of a send that had invalid numbers beside good ones. */
	partialCode: choice([100, 113]),
	/** Whether such a send reaches the good ones, or is refused with 113 and without ids. */
	partialSend: choice(['sent', 'refused']),
	/** Whether `getPulls` returns a reply once, or always. */
	pulls: choice(['all', 'new']),
	/** Whether a list of one stands as that one. */
	singleObjects: flag,
	/** Whether all numbers are text, or numeric text is a number. */
	numbers: choice(['mixed', 'text', 'number']),
	/** Whether accents and quotes in texts are HTML entities. */
	htmlEntities: flag,
	/** Whether a byte order mark and a blank line stand before the answer. */
	byteOrderMark: flag,
	/** Answer to `createSubAccount`: with the new key, as detailflow's, or as davaxi's without. */
	createSubAccount: choice(['key', 'text']),
	/** Format of answers to requests that name none. */
	defaultFormat: choice(['payload', 'json', 'xml']),
});

export type AnswerHabits = Readonly<z.output<typeof answerHabits>>;

export const DEFAULT_HABITS: AnswerHabits = {
	ackKey: 'both',
	jsonType: 'text/html',
	partialCode: 100,
	partialSend: 'sent',
	pulls: 'all',
	singleObjects: false,
	numbers: 'mixed',
	htmlEntities: false,
	byteOrderMark: false,
	createSubAccount: 'key',
	defaultFormat: 'payload',
};

/** The longest delay, in milliseconds. */
const LONGEST_MS = 86_400_000;

/** How long after an SMS left its receipts arrive, in milliseconds. */
export const receiptDelays = fields({
	handedOver: whole(0, LONGEST_MS),
	delivered: whole(0, LONGEST_MS),
});

export type ReceiptDelays = Readonly<z.output<typeof receiptDelays>>;

const pauses = { error: 'must be a list of at most 20 numbers of milliseconds' };

/** What the queue of pushes goes by; may change while it runs. */
export const pushSettings = fields({
	/** Pauses before the second, third, … try, in milliseconds. */
	retryDelaysMs: z
		.array(z.number(pauses).min(0, pauses).max(LONGEST_MS, pauses), pauses)
		.max(20, pauses)
		.readonly(),
	/** Calls at the same time. */
	parallel: whole(1, 64),
});

export type PushSettings = Readonly<z.output<typeof pushSettings>>;

/** What may be set beside the account and the habits. */
export const settings = fields({
	receiptDelaysMs: receiptDelays,
	pushes: pushSettings,
	/** Characters of a text; the page of the provider says 640, davaxi 1,224. */
	longestText: whole(1, 1_000_000),
});

export type Settings = Readonly<z.output<typeof settings>>;

export const DEFAULT_SETTINGS: Settings = {
	// Long enough to see both, short enough not to wait.
	receiptDelaysMs: { handedOver: 400, delivered: 1_500 },
	// A push that is not taken is tried again after one second, then ever later.
	pushes: { retryDelaysMs: [1_000, 3_000, 10_000, 30_000], parallel: 20 },
	longestText: 640,
};
