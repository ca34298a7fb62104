import type { Problem } from '../../problem';
import { CODES } from '../codes';
import { providerWords, tellingFields, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { statusMeaning } from '../status-table';
import { isFulfilled, refusal, statusOf } from './answer-rows';

/** What the provider says to a request that changes something. */
export type DoneReading =
	| { readonly kind: 'done'; readonly fields: Fields; readonly statusText: string | null }
	| { readonly kind: 'refused'; readonly problem: Problem }
	/** The answer says neither yes nor no. */
	| { readonly kind: 'unclear'; readonly problem: Problem };

const unclear = (what: string): DoneReading => ({ kind: 'unclear', problem: { what, remedy: '' } });

/**
 * Reads the answer to a change. `1`, `OK`, 100 and 101 mean that it was made; an answer without a
 * status, but with what the endpoint tells of a change that was made, means the same.
 *
 * @param proofs keys that stand only in the answer to a change that was made
 */
export function readDone(
	data: AnswerData,
	httpStatus: number,
	proofs: readonly string[] = [],
): DoneReading {
	const fields = tellingFields(data);
	if (fields !== null && Number(statusOf(fields)) === CODES.alreadyTransmitted) {
		return { kind: 'unclear', ...statusMeaning(CODES.alreadyTransmitted, null) };
	}
	const refused = (): DoneReading => ({ kind: 'refused', problem: refusal(fields, httpStatus) });
	if (httpStatus >= 400) return refused();
	if (fields === null) return unclear('The answer of AllMySMS is empty');
	const status = statusOf(fields);
	const isProven =
		status === null && proofs.some((key) => Object.hasOwn(fields, key) || isRow(data, key));
	if (isProven || (status !== null && isFulfilled(status))) {
		return { kind: 'done', fields, statusText: providerWords(fields) };
	}
	if (status !== null || providerWords(fields) !== null) return refused();
	return unclear('The answer of AllMySMS has no status');
}

/** The reading of an envelope of one key goes into it: the key itself may be the proof. */
const isRow = (data: AnswerData, key: string): boolean =>
	!Array.isArray(data) && Object.hasOwn(data, key);
