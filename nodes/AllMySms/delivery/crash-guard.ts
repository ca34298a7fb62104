import { createHash } from 'crypto';

import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { RunMemory } from '../../shared/outcomes/run-memory';
import { inTurn } from './in-turn';

/** Some 25 characters each, in one row of n8n's database per node. */
const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: 2_000 };

/** Keeps a request from leaving twice when n8n starts an execution anew after its process died. */
export interface CrashGuard {
	/**
	 * Announces a request before it leaves.
	 *
	 * @param keys the names of what it does in the run, one per SMS
	 * @returns false where a process that died had announced the same request: it may have left
	 */
	mayLeave(keys: readonly string[]): Promise<boolean>;
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
	// Nobody starts a manual execution again by itself.
	const guards = context.getMode() !== 'manual';

	const isNew = async (request: string): Promise<boolean> => {
		try {
			const found = await context.helpers.checkProcessedAndRecord([request], 'node', OPTIONS);
			return found.new.length > 0;
		} catch (error) {
			// Without its store n8n still sends: the guard is for crashes, the memory for all else.
			context.logger.warn('AllMySMS could not note that a request is about to leave', {
				reason: error instanceof Error ? error.message : String(error),
			});
			return true;
		}
	};

	return {
		async mayLeave(keys) {
			if (!guards) return true;
			const request = createHash('sha256')
				.update(JSON.stringify([context.getExecutionId(), run, keys]))
				.digest('base64');
			if (memory.hasAnnounced(request)) return true;
			memory.announce(request);
			return await oneByOne(async () => await isNew(request));
		},
	};
}
