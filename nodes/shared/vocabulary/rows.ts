import { fail, read, type Problem, type Result } from '../problem';
import { isFields, type Fields } from '../values';
import type { AnswerData } from './answers';
import { CODES, statusCodes, statusMeaning } from './codes';
import { MAX_DEPTH, providerWords, tellingFields, textOf } from './fields';

/** How the rows of an endpoint are told from what stands around them. */
export interface RowShape {
	/** Keys of which every row has at least one. */
	readonly rowKeys: readonly string[];
	/** Keys under which the list stands. */
	readonly listKeys: readonly string[];
}

function collect(value: unknown, keys: readonly string[], depth: number, rows: Fields[]): void {
	if (depth > MAX_DEPTH) return;
	if (Array.isArray(value)) {
		for (const member of value) collect(member, keys, depth + 1, rows);
		return;
	}
	if (!isFields(value)) return;
	if (keys.some((key) => Object.hasOwn(value, key) && textOf(value[key]) !== null)) {
		rows.push(value);
		return;
	}
	for (const member of Object.values(value)) {
		if (typeof member === 'object') collect(member, keys, depth + 1, rows);
	}
}

function hasKey(value: unknown, keys: readonly string[], depth = 0): boolean {
	if (depth > 2 || !isFields(value)) return false;
	return (
		keys.some((key) => Object.hasOwn(value, key)) ||
		Object.values(value).some((member) => hasKey(member, keys, depth + 1))
	);
}

const FULFILLED: readonly string[] = [
	'1',
	String(CODES.sent),
	String(CODES.scheduled),
	'ok',
	'true',
	'success',
];

/** Whether a status says that all went well; families write `1`, `100`, `101` or `OK`. */
const isFulfilled = (status: string): boolean => FULFILLED.includes(status.toLowerCase());

/** The status of an answer, whatever the family calls it. */
export function statusOf(fields: Fields): string | null {
	return textOf(fields.status) ?? textOf(fields.statut) ?? textOf(fields.code);
}

/**
 * What a refusal means, without a remedy where the provider's code tells none. Reads say 0 for what
 * they do not know, without a table of their own.
 */
function refusal(fields: Fields | null, httpStatus: number): Problem {
	const status = fields === null ? null : statusOf(fields);
	const number = status === null || !/^\d+$/.test(status) ? null : Number(status);
	const code = number === 0 ? null : number;
	const words = fields === null ? null : providerWords(fields);
	const spoken = words ?? (number === null ? status : null);
	if (code === null) {
		const fallback =
			httpStatus >= 400 ? `AllMySMS answered with HTTP ${httpStatus}` : 'AllMySMS gave no reason';
		return { what: spoken ?? fallback, remedy: '' };
	}
	const { problem } = statusMeaning(code, words);
	return statusCodes.includes(code) ? problem : { ...problem, remedy: '' };
}

/** The object of an answer that may tell a status: the answer itself, or the first of a list. */
function toldBy(data: AnswerData): Fields | null {
	const first: unknown = Array.isArray(data) ? data[0] : data;
	return isFields(first) ? first : null;
}

/**
 * Reads the list of an answer: under its key, bare, in an element per row, or one row alone where
 * a list is expected. A list that is missing without a word about it is empty.
 */
export function readRows(
	data: AnswerData,
	httpStatus: number,
	{ rowKeys, listKeys }: RowShape,
): Result<Fields[]> {
	const rows: Fields[] = [];
	collect(data, rowKeys, 0, rows);
	const fields = toldBy(data);
	if (httpStatus >= 400) return fail(refusal(fields, httpStatus));
	if (rows.length > 0 || fields === null) return read(rows);
	const status = statusOf(fields);
	if (status !== null && isFulfilled(status)) return read(rows);
	const isNumber = status !== null && /^\d+$/.test(status);
	if (isNumber) return fail(refusal(fields, httpStatus));
	const isEmpty = hasKey(fields, listKeys) || (status === null && providerWords(fields) === null);
	return isEmpty ? read(rows) : fail(refusal(fields, httpStatus));
}

/** A row in the words of this package, with the provider's own. */
export interface ReadRow<Row> {
	readonly row: Row;
	readonly raw: Fields;
}

/** Reads the list as {@link readRows} does, and puts each row into the words of this package. */
export function readRowsAs<Row>(
	data: AnswerData,
	httpStatus: number,
	shape: RowShape,
	rowOf: (raw: Fields) => Row,
): Result<Array<ReadRow<Row>>> {
	const reading = readRows(data, httpStatus, shape);
	return reading.ok ? read(reading.value.map((raw) => ({ row: rowOf(raw), raw }))) : reading;
}

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
