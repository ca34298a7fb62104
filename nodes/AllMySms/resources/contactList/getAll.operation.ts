import type { INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readContactLists } from '../../../shared/vocabulary/contacts';
import { fieldsOf, limitFields, optionsField, rawOption, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { contactList } from './rows';

export const description: INodeProperties[] = fieldsOf('contactList', 'getAll', [
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = contactList;

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
