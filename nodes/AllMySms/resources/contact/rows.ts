import { flag, number, rawKey, record, type RowSpec, text } from '../row-spec';

const listName = text('Name of the list');
const ignored = number.orNull('Contacts that AllMySMS left out, as invalid ones');

export const created = {
	success: number.orNull('Contacts that were added'),
	ignored,
	duplicated: number.orNull('Contacts that were there already, or twice in the request'),
	listName,
} satisfies RowSpec;

export const deleted = {
	deleted: flag('Always true: the contacts are gone'),
	success: number.orNull('Contacts that were removed'),
	ignored,
	duplicated: number.orNull('Contacts that were twice in the request'),
	listName,
} satisfies RowSpec;

export const contact = {
	phoneNumber: text.orNull('Number of the contact, E.164'),
	listName,
	fields: record('The values of the fields of the list, by their names'),
	...rawKey,
} satisfies RowSpec;
