import { flag, number, rawKey, type RowSpec, text } from '../row-spec';

const listName = text('Name of the list');

export const created = {
	created: flag('Always true: the list exists'),
	listName,
} satisfies RowSpec;

export const deleted = {
	deleted: flag('Always true: the list and its contacts are gone'),
	listName,
} satisfies RowSpec;

export const contactList = {
	listName: text.orNull('Name of the list'),
	contacts: number.orNull('How many contacts are in it'),
	locked: flag.orNull('Whether the client area keeps users from changing it'),
	createdAt: text.orNull('The day on which it was made, YYYY-MM-DD'),
	...rawKey,
} satisfies RowSpec;
