import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { ProviderCall } from '../../shared/provider/provider-call';
import type { Recipient } from '../../shared/sending/recipient';

/** n8n runs a node that an AI agent uses under its type name with this ending. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

const digest = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('base64');

/** How one run of the node names itself and its SMS, equally on every try of "Retry On Fail". */
export interface RunName {
	readonly run: string;
	/** More calls of the same run may come until the execution ends. */
	readonly lasts: boolean;
	/** Names a recipient within the run. */
	readonly keyOf: (recipient: Recipient) => string;
}

/** The run index stays the same for all tries of "Retry On Fail". */
function runIndex(context: IExecuteFunctions): string {
	const index: unknown = context.evaluateExpression('{{ $runIndex }}', 0);
	return String(index);
}

/**
 * Names the run. Loops run a node several times in one execution, told apart by the run index,
 * which stays the same for all tries; the place of the SMS in the input then names it, because a
 * text with the current time differs on the second try and is still the same SMS. For a tool of an
 * AI agent n8n counts each try as a run: there the SMS itself is the name, and an agent that sends
 * the same text to the same number again in one execution gets the first answer.
 */
export function nameRun(context: IExecuteFunctions): RunName {
	if (isTool(context)) {
		return {
			run: 'tool',
			lasts: true,
			keyOf: ({ to, message: { content, settings } }) =>
				digest([to, content.kind === 'text' ? content.text : content.url, settings]),
		};
	}
	return {
		run: runIndex(context),
		lasts: false,
		keyOf: ({ itemIndex, to }) => `${itemIndex}/${to}`,
	};
}

/** How one run of the node names itself and its requests; see {@link nameRun}. */
export interface RequestNames {
	readonly run: string;
	/**
	 * @param place of the request in the run, equal on every try
	 * @param identity what tells it from other requests: its call, or a name of its own
	 */
	readonly keyOf: (place: string | number, identity: ProviderCall | string) => string;
	/** More calls of the same run may come until the execution ends. */
	readonly lasts: boolean;
}

/** Names the run and the requests of an operation that changes something. */
export function nameRequests(context: IExecuteFunctions): RequestNames {
	if (isTool(context)) {
		return { run: 'tool', keyOf: (_, identity) => digest([identity]), lasts: true };
	}
	return { run: runIndex(context), keyOf: (place) => String(place), lasts: false };
}

/**
 * What one run of the node in one execution has already done. It lives in the node's context,
 * which n8n keeps between the tries of "Retry On Fail" and stores with the execution.
 */
export interface RunMemory<T> {
	/** Whether this is the first try, which can recall nothing that it has not remembered itself. */
	readonly isFresh: boolean;
	/** What an earlier try of this run learnt under a key. */
	recall(key: string): T | undefined;
	remember(key: string, value: T): void;
	/** Whether a try of this run, and not one that died with its process, announced the request. */
	hasAnnounced(request: string): boolean;
	announce(request: string): void;
	/** To be called when the run is over: no further try will come. */
	forget(): void;
}

type Store = Record<string, unknown>;

/**
 * Keys and values in the order in which they were learnt: to add to a list costs a large run far less
 * than to add to an object, and only a later try looks anything up.
 */
interface Stored<T> {
	readonly run: string;
	readonly keys: string[];
	readonly values: T[];
	readonly announced: Record<string, true>;
}

function storedFor<T>(context: Store, name: string, run: string): Stored<T> {
	const stored = context[name] as Stored<T> | undefined;
	return stored?.run === run ? stored : { run, keys: [], values: [], announced: {} };
}

/**
 * Opens the memory of one run. Loops run a node several times in one execution, each with a name
 * of its own, and must work each time; the tries of one run share theirs.
 *
 * @param context the node's context, changed in place
 * @param name what is remembered, so that two kinds do not meet
 */
export function openRunMemory<T>(context: Store, name: string, run: string): RunMemory<T> {
	const stored = storedFor<T>(context, name, run);
	const isFresh = stored !== context[name];
	const { keys, values, announced } = stored;
	context[name] = stored;
	const known = new Map<string, T>();
	let looked = 0;
	return {
		isFresh,
		recall(key) {
			// Calls of the same run at the same time add to the same lists.
			for (const [at, learnt] of keys.slice(looked).entries()) {
				const value = values[looked + at];
				if (value !== undefined) known.set(learnt, value);
			}
			looked = keys.length;
			return known.get(key);
		},
		remember(key, value) {
			keys.push(key);
			values.push(value);
		},
		hasAnnounced: (request) => Object.hasOwn(announced, request),
		announce(request) {
			announced[request] = true;
		},
		forget() {
			delete context[name];
		},
	};
}
