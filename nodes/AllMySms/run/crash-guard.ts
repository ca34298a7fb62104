import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { RunMemory } from './run-memory';

/**
 * Gives a function that runs tasks one after the other. n8n's deduplication store reads a row,
 * changes it and writes it back: two calls at once would lose what one of them wrote.
 */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return async (task) => {
		const mine = last.then(task, task);
		last = mine.catch(() => undefined);
		return await mine;
	};
}

/** Some 27 bytes each, in one row of n8n's database per node: room for two large runs at once. */
const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: 10_000 };

/**
 * A run leaves at most so many marks, whatever its size, so that the row stays small. After a
 * crash in the middle of a large run, SMS that share a mark with one that left are held back too.
 */
const MARKS_PER_RUN = 4_096;

/** Keeps SMS from leaving twice when n8n starts an execution anew after its process died. */
export interface CrashGuard {
	/**
	 * Announces SMS, or other orders, before their request leaves.
	 *
	 * @param names what they are called in the run: equal when the run starts anew, also where the
	 *   items around them are others by then
	 * @returns those that a process that died may have sent
	 */
	announce(names: readonly string[]): Promise<ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/** Spreads names evenly over the marks, equally in every process: FNV-1a. */
function placeOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) {
		hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
	}
	return ((hash >>> 16) ^ (hash & 0xffff)) % MARKS_PER_RUN;
}

/**
 * In queue mode, n8n 1.x starts an execution again from its first node when its worker died, and
 * nothing of the node's context survives that. What was announced under the same execution id and
 * is not known to this process was announced by the one that died.
 */
export function openCrashGuard(
	context: IExecuteFunctions,
	memory: Pick<RunMemory<unknown>, 'announce' | 'hasAnnounced'>,
	run: string,
): CrashGuard {
	const oneByOne = inTurn();
	const executionId = context.getExecutionId();
	// Nobody starts a manual execution again by itself.
	const guards = context.getMode() !== 'manual' && Boolean(executionId);

	// n8n's store keeps a digest of it.
	const start = JSON.stringify([executionId, run]);
	const markOf = (place: number): string => `${start} ${place}`;
	/** Places whose marks are this run's own: most of a large run falls on them. */
	const ours = new Set<number>();

	const leftBefore = async (marks: string[]): Promise<ReadonlySet<string>> => {
		try {
			const found = await context.helpers.checkProcessedAndRecord(marks, 'node', OPTIONS);
			return new Set(found.processed.map(String));
		} catch (error) {
			// Without its store n8n still sends: the guard is for crashes, the memory for all else.
			context.logger.warn('AllMySMS could not note that a request is about to leave', {
				reason: error instanceof Error ? error.message : String(error),
			});
			return NONE;
		}
	};

	return {
		async announce(names) {
			if (!guards) return NONE;
			return await oneByOne(async () => {
				const places = new Set<number>();
				for (const name of names) {
					const place = placeOf(name);
					if (!ours.has(place)) places.add(place);
				}
				const unknown = [...places].map(markOf).filter((mark) => !memory.hasAnnounced(mark));
				const left = unknown.length === 0 ? NONE : await leftBefore(unknown);
				for (const mark of unknown) if (!left.has(mark)) memory.announce(mark);
				for (const place of places) if (!left.has(markOf(place))) ours.add(place);
				if (left.size === 0) return NONE;
				return new Set(names.filter((name) => left.has(markOf(placeOf(name)))));
			});
		},
	};
}
