import { readTypedNumber } from '../numbers/typed-number';
import type { Problem } from '../problem';
import type { Content, Message } from './message';

/** What may be known of a message after the node has run. */
export const OUTCOME_STATUSES = ['sent', 'scheduled', 'rejected', 'unknown', 'skipped'] as const;

/** What is known of a message after the node has run. */
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** What became of one message. A key without a value is null. */
export interface Outcome {
	readonly status: OutcomeStatus;
	/** The provider's code, or null where it gave none. */
	readonly statusCode: number | null;
	/** The provider's words, or ours: what happened and, where it went wrong, what to do next. */
	readonly statusText: string;
	/** Why it was not sent, or may not have been; null where nothing went wrong. */
	readonly problem: Problem | null;
	readonly smsId: string | null;
	readonly campaignId: string | null;
	/** Credits left on the account after the request. */
	readonly creditsLeft: number | null;
	/** Money left on the account after the request, in euro. */
	readonly balance: number | null;
	/** Price of the whole request in euro; only REST tells it. */
	readonly cost: number | null;
}

/** What became of the messages of one request. */
export interface BatchOutcome {
	/** One per recipient of the batch, in its order. */
	readonly outcomes: readonly Outcome[];
	/** Set where the other requests of this run would meet the same end; says why. */
	readonly halt: Problem | null;
}

const NOTHING_KNOWN = {
	statusCode: null,
	problem: null,
	smsId: null,
	campaignId: null,
	creditsLeft: null,
	balance: null,
	cost: null,
} as const;

const inSentences = (start: string, { what, remedy }: Problem): string =>
	`${start}: ${what}. ${remedy}`.trim();

/** Not sent, and the provider charges nothing. */
export function rejected(problem: Problem, statusCode: number | null = null): Outcome {
	const statusText = inSentences('Not sent', problem);
	return { ...NOTHING_KNOWN, status: 'rejected', statusCode, statusText, problem };
}

/** The problem of an SMS that no request was made for. */
export const NO_REQUEST: Problem = {
	what: 'no request was made for it',
	remedy: 'Run the node again.',
};

/**
 * Perhaps sent: nobody may send it again before a person has looked.
 *
 * @param noun what was to be sent, as the user calls it
 */
export function unknown(problem: Problem, noun: string, statusCode: number | null = null): Outcome {
	const statusText = inSentences(`It is not known whether the ${noun} left`, problem);
	return { ...NOTHING_KNOWN, status: 'unknown', statusCode, statusText, problem };
}

/** Not sent, because it was or will be sent by another item, execution or request. */
export function skipped(statusText: string): Outcome {
	return { ...NOTHING_KNOWN, status: 'skipped', statusText };
}

/** Not sent now, because the provider says that it accepted the request before. */
export function acceptedBefore(
	statusText: string,
	statusCode: number,
	campaignId: string | null,
): Outcome {
	return { ...NOTHING_KNOWN, status: 'skipped', statusCode, statusText, campaignId };
}

/** Accepted by the provider: it will be charged and must never be sent again. */
export function isAccepted(outcome: Outcome): boolean {
	return outcome.status === 'sent' || outcome.status === 'scheduled';
}

/**
 * Accepted now or before, or perhaps: it must never be sent again. What was skipped on this side
 * has no code of the provider, and says nothing of its own.
 */
export function mayHaveLeft(outcome: Outcome): boolean {
	const { status, statusCode } = outcome;
	return (
		isAccepted(outcome) || status === 'unknown' || (status === 'skipped' && statusCode !== null)
	);
}

/** One recipient of one item, whom every stage of the road carries on to an output item. */
export interface Recipient<C extends Content = Content> {
	readonly itemIndex: number;
	/** E.164, or the text as given where it is no number. */
	readonly to: string;
	readonly message: Message<C>;
	/** What is known before anything leaves; null for whom a request is to be made. */
	readonly known: Outcome | null;
	/** Whom the message is for that a test phone gets instead, E.164. */
	readonly meantFor?: string;
}

/** A recipient at the end of the road. */
export interface Settled<C extends Content = Content> {
	readonly recipient: Recipient<C>;
	readonly outcome: Outcome;
}

/**
 * The recipients of one item: each gets the message, is no number, or stands there a second time.
 *
 * @param numbers as they are given, one each
 */
export function recipientsOf<C extends Content>(
	itemIndex: number,
	numbers: readonly unknown[],
	defaultCountry: string,
	message: Message<C>,
): Array<Recipient<C>> {
	const seen = numbers.length > 1 ? new Set<string>() : null;
	return numbers.map((given) => {
		const number = readTypedNumber(given, defaultCountry);
		if (!number.ok) {
			const { given: to, ...problem } = number.problem;
			return { itemIndex, to, message, known: rejected(problem) };
		}
		const to = number.value;
		const known = seen?.has(to)
			? skipped('Not sent again: this number stands earlier in the same item.')
			: null;
		seen?.add(to);
		return { itemIndex, to, message, known };
	});
}

const nothingOf = <C extends Content>(content: C): C =>
	content.kind === 'text'
		? { ...content, text: '', template: '', values: [], lost: [] }
		: { ...content, url: '' };

/**
 * The recipient of an item that cannot be used: it stops nobody else.
 *
 * @param to as given; empty where the item names nobody
 * @param like a message of the same run
 */
export const refusedRecipient = <C extends Content>(
	itemIndex: number,
	to: string,
	problem: Problem,
	like: Message<C>,
): Recipient<C> => ({
	itemIndex,
	to,
	message: {
		...like,
		content: nothingOf(like.content),
		settings: { ...like.settings, campaignName: null },
		scheduledFor: null,
	},
	known: rejected(problem),
});
