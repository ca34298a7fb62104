import type { INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readContacts } from '../../../shared/vocabulary/contacts';
import {
	fieldsOf,
	limitFields,
	listNameLocator,
	optionsField,
	rawOption,
	subAccountOption,
} from '../fields';
import type { Asks } from '../resource';
import { rawKey, record, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('contact', 'getAll', [
	listNameLocator,
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = {
	phoneNumber: text.orNull('Number of the contact, E.164'),
	listName: text('Name of the list'),
	fields: record('The values of the fields of the list, by their names'),
	...rawKey,
} satisfies RowSpec;

/** Gets the contacts of a list per item. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({
		listName: reader.required('listName'),
		limit: reader.limit(),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { listName, limit, subAccount } = asked.value;
	return read({
		call: v9Call('getContacts', { listName, subAccount }),
		subject: `The contacts of the list "${listName}"`,
		remedy: "Check 'List Name': choose the list from the lists of the account.",
		limit,
		rows: ({ data, httpStatus }) => readContacts(data, httpStatus, listName),
	});
};
