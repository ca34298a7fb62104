import type { Problem } from '../problem';
import type { Batch } from './batches';
import type { Content } from './recipient';
import type { BatchOutcome } from './batch-outcome';
import { rejected, type Outcome } from './outcome';

/** How batches leave. */
export interface Dispatch<C extends Content> {
	/** Sends one batch and never throws. */
	readonly send: (batch: Batch<C>) => Promise<BatchOutcome>;
	/** Called as soon as the outcomes of a batch are known, before the next one leaves. */
	readonly record: (batch: Batch<C>, outcomes: readonly Outcome[]) => void;
	readonly cancelled: () => boolean;
	/** Requests under way at once. */
	readonly concurrency: number;
}

const CANCELLED: Problem = {
	what: 'the execution was cancelled',
	remedy: 'Send these again where they are still wanted.',
};

/**
 * Sends batches, several at once, in order. After an answer that the others would get too
 * (a wrong key, no credit left, no connection) the rest is not sent.
 *
 * @returns the outcomes of each batch, in the order of the batches
 */
export async function dispatchBatches<C extends Content>(
	batches: ReadonlyArray<Batch<C>>,
	dispatch: Dispatch<C>,
): Promise<Array<readonly Outcome[]>> {
	const results: Array<readonly Outcome[]> = batches.map(() => []);
	let next = 0;
	let halt: Problem | null = null;

	const withheld = (batch: Batch, problem: Problem) =>
		batch.recipients.map(() => rejected(problem));
	const worker = async (): Promise<void> => {
		while (next < batches.length) {
			const index = next++;
			const batch = batches[index];
			if (!batch) return;
			if (dispatch.cancelled()) {
				results[index] = withheld(batch, CANCELLED);
			} else if (halt !== null) {
				results[index] = withheld(batch, halt);
			} else {
				const outcome = await dispatch.send(batch);
				halt ??= outcome.halt;
				results[index] = outcome.outcomes;
				dispatch.record(batch, outcome.outcomes);
			}
		}
	};
	const workers = Math.max(1, Math.min(dispatch.concurrency, batches.length));
	await Promise.all(Array.from({ length: workers }, worker));
	return results;
}
