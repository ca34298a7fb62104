import { read, type Result } from '../../problem';
import { firstText, spokenText, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { providerPhone } from '../phone';
import { readRows } from './answer-rows';
import { receivedAtReader } from './received-at';

/** A number that wants no more SMS. A key without a value is null. */
export type BlacklistRow = {
	phoneNumber: string | null;
	/** ISO 8601 with offset. */
	since: string | null;
	/** The provider's words, such as "stop" or "Refused". */
	reason: string | null;
};

const SHAPE = { rowKeys: ['phoneNumber', 'PhoneNumber'], listKeys: ['blacklist'] };

/** Reads the answer to `getBlacklist`, with each row as it came. */
export function readBlacklist(
	data: AnswerData,
	httpStatus: number,
): Result<Array<{ row: BlacklistRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const since = receivedAtReader();
	const rows = reading.value.map((raw) => ({
		raw,
		row: {
			phoneNumber: providerPhone(raw.phoneNumber ?? raw.PhoneNumber),
			since: since(raw),
			reason: spokenText(firstText(raw, 'comment', 'Comment')),
		},
	}));
	return read(rows);
}

/** The rows of a blacklist by the number that they are about, for many look-ups. */
export function blacklistIndex<T extends { readonly row: BlacklistRow }>(
	rows: readonly T[],
): (phoneNumber: string) => T | undefined {
	const byPhone = new Map<string, T>();
	for (const each of rows) {
		if (each.row.phoneNumber !== null) byPhone.set(each.row.phoneNumber, each);
	}
	return (phoneNumber) => byPhone.get(phoneNumber);
}
