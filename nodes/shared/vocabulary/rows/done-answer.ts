import { CODES } from '../codes';
import { providerWords, tellingFields, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { statusMeaning } from '../status-table';
import { isFulfilled, refusal, statusOf, type Refused } from './answer-rows';

/** What the provider says to a request that changes something. */
export type DoneReading =
	| { readonly kind: 'done'; readonly fields: Fields; readonly statusText: string | null }
	| Refused
	/** The answer says neither yes nor no. */
	| { readonly kind: 'unclear'; readonly what: string };

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
		return { kind: 'unclear', what: statusMeaning(CODES.alreadyTransmitted, null).title };
	}
	if (httpStatus >= 400) return refusal(fields, httpStatus);
	if (fields === null) return { kind: 'unclear', what: 'The answer of AllMySMS is empty' };
	const status = statusOf(fields);
	const isProven =
		status === null && proofs.some((key) => Object.hasOwn(fields, key) || isRow(data, key));
	if (isProven || (status !== null && isFulfilled(status))) {
		return { kind: 'done', fields, statusText: providerWords(fields) };
	}
	if (status !== null || providerWords(fields) !== null) return refusal(fields, httpStatus);
	return { kind: 'unclear', what: 'The answer of AllMySMS has no status' };
}

/** The reading of an envelope of one key goes into it: the key itself may be the proof. */
const isRow = (data: AnswerData, key: string): boolean =>
	!Array.isArray(data) && Object.hasOwn(data, key);
