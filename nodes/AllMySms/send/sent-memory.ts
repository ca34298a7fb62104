import { mayHaveLeft, type Outcome } from '../../shared/sending/outcome';
import { openRunMemory, type RunMemory } from '../run/run-memory';

/** What one run of the node has already sent: it must never be sent again. */
export type SentMemory = RunMemory<Outcome>;

/**
 * Opens the memory of one run of `send`. It keeps what must never be sent again: SMS that were
 * accepted, now or before, and those whose outcome is not known.
 *
 * @param context the node's context, changed in place
 */
export function openSentMemory(context: Record<string, unknown>, run: string): SentMemory {
	const memory = openRunMemory<Outcome>(context, 'allMySmsSent', run);
	return {
		...memory,
		remember(key, outcome) {
			if (mayHaveLeft(outcome)) memory.remember(key, outcome);
		},
	};
}
