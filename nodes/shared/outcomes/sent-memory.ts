import { isAccepted, type Outcome } from './outcome';

/**
 * What one run of the node in one execution has already sent. It lives in the node's context,
 * which n8n keeps between the tries of "Retry On Fail" and stores with the execution.
 */
export interface SentMemory {
	recall(itemIndex: number, to: string): Outcome | undefined;
	/** Keeps what must never be sent again: accepted SMS, and those whose outcome is not known. */
	remember(itemIndex: number, to: string, outcome: Outcome): void;
}

const CONTEXT_KEY = 'allMySmsSent';

type Store = Record<string, unknown>;

/**
 * Opens the memory of one run. Loops run a node several times in one execution, each with a run
 * index of its own, and must send each time; the tries of one run share theirs. The text is no
 * part of the key: a text with the current time differs on the second try and is still the same SMS.
 *
 * @param context the node's context, changed in place
 */
export function openSentMemory(context: Store, runIndex: number): SentMemory {
	const stored = context[CONTEXT_KEY] as { runIndex?: unknown; outcomes?: Store } | undefined;
	const outcomes: Store =
		stored?.runIndex === runIndex && stored.outcomes ? stored.outcomes : {};
	context[CONTEXT_KEY] = { runIndex, outcomes };
	const keyOf = (itemIndex: number, to: string) => `${itemIndex}/${to}`;

	return {
		recall: (itemIndex, to) => outcomes[keyOf(itemIndex, to)] as Outcome | undefined,
		remember(itemIndex, to, outcome) {
			if (isAccepted(outcome) || outcome.status === 'unknown') {
				outcomes[keyOf(itemIndex, to)] = outcome;
			}
		},
	};
}
