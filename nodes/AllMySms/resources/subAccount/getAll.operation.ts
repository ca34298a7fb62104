import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { read } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readSubAccounts } from '../../../shared/vocabulary/accounts';
import { askForEachItem } from '../../run/ask';
import { fieldsOf, limitFields } from '../fields';
import type { RowOf } from '../resource';
import { account } from './rows';

export const description: INodeProperties[] = fieldsOf('subAccount', 'getAll', [
	...limitFields,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
]);

export const output = account;

/** Gets the sub-accounts of the account. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await askForEachItem<RowOf<typeof output> | IDataObject>(this, description, (reader) => {
		const limit = reader.limit();
		if (!limit.ok) return limit;
		const simplify = reader.isOn('simplify');
		return read({
			call: v9Call('getSubAccounts'),
			subject: 'The sub-accounts',
			remedy: 'Look at the sub-accounts in the AllMySMS client area.',
			limit: limit.value,
			rows({ data, httpStatus }) {
				const reading = readSubAccounts(data, httpStatus);
				if (!reading.ok) return reading;
				return read(
					reading.value.map(
						({ row, raw }): IDataObject => (simplify ? { ...row } : ({ ...raw } as IDataObject)),
					),
				);
			},
		});
	});
}
