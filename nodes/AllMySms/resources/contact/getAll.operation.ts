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
import { contact } from './rows';

export const description: INodeProperties[] = fieldsOf('contact', 'getAll', [
	listNameLocator,
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = contact;

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
