import { read, type Result } from '../../problem';
import { firstNumber, firstText, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { readRows } from './answer-rows';

/** A contact list. A key without a value is null. */
export type ContactListRow = {
	listName: string | null;
	/** How many contacts are in it. */
	contacts: number | null;
	/** Whether the client area keeps users from changing it. */
	locked: boolean | null;
	/** The day, `YYYY-MM-DD`. */
	createdAt: string | null;
};

const SHAPE = { rowKeys: ['listName', 'LISTNAME', 'ListName'], listKeys: ['lists', 'list'] };

const flag = (text: string | null): boolean | null =>
	text === null ? null : /^(?:1|true|yes)$/i.test(text);

/** Reads the answer to `getLists`, with each row as it came. */
export function readContactLists(
	data: AnswerData,
	httpStatus: number,
): Result<Array<{ row: ContactListRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const rows = reading.value.map((raw) => ({
		raw,
		row: {
			listName: firstText(raw, ...SHAPE.rowKeys),
			contacts: firstNumber(raw, 'contacts', 'nbContacts'),
			locked: typeof raw.locked === 'boolean' ? raw.locked : flag(firstText(raw, 'locked')),
			createdAt: firstText(raw, 'creationDate', 'CreationDate'),
		},
	}));
	return read(rows);
}
