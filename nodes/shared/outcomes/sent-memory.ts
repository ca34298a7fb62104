import { isAccepted, type Outcome } from './outcome';

/**
 * What one run of the node in one execution has already done. It lives in the node's context,
 * which n8n keeps between the tries of "Retry On Fail" and stores with the execution.
 */
export interface SentMemory {
	/** What an earlier try of this run learnt of an SMS that must not be sent again. */
	recall(key: string): Outcome | undefined;
	/** Keeps what must never be sent again: accepted SMS, and those whose outcome is not known. */
	remember(key: string, outcome: Outcome): void;
	/** Whether a try of this run, and not one that died with its process, announced the request. */
	hasAnnounced(request: string): boolean;
	announce(request: string): void;
	/** To be called when the run is over: no further try will come. */
	forget(): void;
}

const CONTEXT_KEY = 'allMySmsSent';

type Store = Record<string, unknown>;

interface Stored {
	readonly run: string;
	readonly outcomes: Record<string, Outcome>;
	readonly announced: Record<string, true>;
}

function storedFor(context: Store, run: string): Stored {
	const stored = context[CONTEXT_KEY] as Stored | undefined;
	return stored?.run === run ? stored : { run, outcomes: {}, announced: {} };
}

/**
 * Opens the memory of one run. Loops run a node several times in one execution, each with a name
 * of its own, and must send each time; the tries of one run share theirs.
 *
 * @param context the node's context, changed in place
 */
export function openSentMemory(context: Store, run: string): SentMemory {
	const { outcomes, announced } = (context[CONTEXT_KEY] = storedFor(context, run));
	return {
		recall: (key) => (Object.hasOwn(outcomes, key) ? outcomes[key] : undefined),
		remember(key, outcome) {
			if (isAccepted(outcome) || outcome.status === 'unknown') outcomes[key] = outcome;
		},
		hasAnnounced: (request) => Object.hasOwn(announced, request),
		announce(request) {
			announced[request] = true;
		},
		forget() {
			delete context[CONTEXT_KEY];
		},
	};
}
