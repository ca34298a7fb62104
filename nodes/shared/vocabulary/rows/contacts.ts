import { read, type Result } from '../../problem';
import { firstText, textOf, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { phoneField, providerPhone } from '../phone';
import { readRows } from './answer-rows';

/** A contact of a list. A key without a value is null. */
export type ContactRow = {
	phoneNumber: string | null;
	listName: string;
	/** The list's own fields by their names. */
	fields: Record<string, string | null>;
};

const PHONE_KEYS = ['MobilePhone', 'mobilePhone', 'MOBILEPHONE', 'phoneNumber'];
const SHAPE = { rowKeys: PHONE_KEYS, listKeys: ['contacts', 'contact'] };

/** Reads the answer to `getContacts`: a key per field, named as the field, with each row as it came. */
export function readContacts(
	data: AnswerData,
	httpStatus: number,
	listName: string,
): Result<Array<{ row: ContactRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const rows = reading.value.map((raw) => {
		const own = Object.entries(raw).filter(([name]) => !PHONE_KEYS.includes(name));
		return {
			raw,
			row: {
				phoneNumber: providerPhone(firstText(raw, ...PHONE_KEYS) ?? phoneField(raw)),
				listName,
				fields: Object.fromEntries(own.map(([name, value]) => [name, textOf(value)])),
			},
		};
	});
	return read(rows);
}
