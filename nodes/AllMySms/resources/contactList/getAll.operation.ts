import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/recipients/refusal';
import { v9Call } from '../../../shared/requests/v9-call';
import { readContactLists } from '../../../shared/rows/contact-lists';
import { askForEachItem } from '../../items/ask-for-each-item';
import { outputRows } from '../../items/output-rows';
import { fieldsOf, limitFields, optionsField, rawOption, subAccountOption } from '../fields';

export const description: INodeProperties[] = fieldsOf('contactList', 'getAll', [
	...limitFields(true),
	optionsField([rawOption, subAccountOption]),
]);

/** Gets the contact lists of the account. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await askForEachItem(this, description, (reader) => {
		const asked = readAll({ limit: reader.limit(), subAccount: reader.optionText('subAccount') });
		if (!asked.ok) return asked;
		const { limit, subAccount } = asked.value;
		const withRaw = reader.isOptionOn('raw');
		return read({
			call: v9Call('getLists', { subAccount }),
			subject: 'The contact lists',
			remedy: 'Look at the contact lists in the AllMySMS client area.',
			rows: ({ data, httpStatus }) =>
				outputRows(readContactLists(data, httpStatus), withRaw, limit),
		});
	});
}
