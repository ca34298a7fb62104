import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import type { ReadableAnswer } from '../../../shared/provider/provider-data';
import { readAccount, type Account } from '../../../shared/vocabulary/accounts';
import { v9Call } from '../../../shared/provider/provider-call';
import { askForEachItem } from '../../run/ask';
import { fieldsOf, optionsField, subAccountOption } from '../fields';
import type { RowOf } from '../row-spec';
import { account } from './rows';

export const description: INodeProperties[] = fieldsOf('account', 'get', [
	optionsField([subAccountOption]),
]);

export const output = account;

function accountRows({ data, httpStatus }: ReadableAnswer): Result<Account[]> {
	const account = readAccount(data, httpStatus, 'v9');
	return account.ok ? read([account.value]) : account;
}

/** Gets the account of each item, without its API key. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await askForEachItem<RowOf<typeof output>>(this, description, (reader) => {
		const subAccount = reader.optionText('subAccount');
		if (!subAccount.ok) return subAccount;
		return read({
			call: v9Call('getInfo', { subAccount: subAccount.value }),
			subject: 'The account',
			remedy: 'Run the node again later.',
			rows: accountRows,
		});
	});
}
