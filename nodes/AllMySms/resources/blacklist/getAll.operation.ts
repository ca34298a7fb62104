import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read, readAll } from '../../../shared/problem';
import { readBlacklist } from '../../../shared/vocabulary/look-ups';
import { askForEachItem, outputRows } from '../../run/ask';
import { fieldsOf, limitFields, optionsField, rawOption, subAccountOption } from '../fields';
import type { RowOf } from '../resource';
import { entry } from './rows';

export const description: INodeProperties[] = fieldsOf('blacklist', 'getAll', [
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = entry;

/** Gets the numbers that want no more SMS. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await askForEachItem<RowOf<typeof output>>(this, description, (reader) => {
		const asked = readAll({ limit: reader.limit(), subAccount: reader.optionText('subAccount') });
		if (!asked.ok) return asked;
		const { limit, subAccount } = asked.value;
		const withRaw = reader.isOptionOn('raw');
		return read({
			call: v9Call('getBlacklist', { subAccount }),
			subject: 'The blacklist',
			remedy: 'Look at the blacklist in the AllMySMS client area.',
			rows: ({ data, httpStatus }) => outputRows(readBlacklist(data, httpStatus), withRaw, limit),
		});
	});
}
