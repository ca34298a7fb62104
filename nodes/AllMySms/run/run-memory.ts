/**
 * What one run of the node in one execution has already done. It lives in the node's context,
 * which n8n keeps between the tries of "Retry On Fail" and stores with the execution.
 */
export interface RunMemory<T> {
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

interface Stored<T> {
	readonly run: string;
	readonly entries: Record<string, T>;
	readonly announced: Record<string, true>;
}

function storedFor<T>(context: Store, name: string, run: string): Stored<T> {
	const stored = context[name] as Stored<T> | undefined;
	return stored?.run === run ? stored : { run, entries: {}, announced: {} };
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
	const { entries, announced } = stored;
	context[name] = stored;
	return {
		recall: (key) => (Object.hasOwn(entries, key) ? entries[key] : undefined),
		remember(key, value) {
			entries[key] = value;
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
