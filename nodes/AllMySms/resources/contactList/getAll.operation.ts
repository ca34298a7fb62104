import type { INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readContactLists } from '../../../shared/vocabulary/contacts';
import { fieldsOf, limitFields, optionsField, rawOption, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { flag, number, rawKey, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('contactList', 'getAll', [
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = {
	listName: text.orNull('Name of the list'),
	contacts: number.orNull('How many contacts are in it'),
	locked: flag.orNull('Whether the client area keeps users from changing it'),
	createdAt: text.orNull('The day on which it was made, YYYY-MM-DD'),
	...rawKey,
} satisfies RowSpec;

/** Gets the contact lists of the account. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({ limit: reader.limit(), subAccount: reader.optionText('subAccount') });
	if (!asked.ok) return asked;
	const { limit, subAccount } = asked.value;
	return read({
		call: v9Call('getLists', { subAccount }),
		subject: 'The contact lists',
		remedy: 'Look at the contact lists in the AllMySMS client area.',
		limit,
		rows: ({ data, httpStatus }) => readContactLists(data, httpStatus),
	});
};
