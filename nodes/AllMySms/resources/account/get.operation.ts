import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { readAccount, type Account } from '../../../shared/vocabulary/read-account';
import { read } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import type { RowsReading } from '../../../shared/vocabulary/rows/answer-rows';
import { askForEachItem, type ReadableAnswer } from '../../run/ask-for-each-item';
import { fieldsOf, optionsField, subAccountOption } from '../fields';
import type { RowOf } from '../row-spec';
import { account } from './rows';

export const description: INodeProperties[] = fieldsOf('account', 'get', [
	optionsField([subAccountOption]),
]);

export const output = account;

function accountRows({ data, httpStatus }: ReadableAnswer): RowsReading<Account> {
	const reading = readAccount(data, httpStatus, 'v9');
	switch (reading.kind) {
		case 'account':
			return { kind: 'rows', rows: [reading.account] };
		case 'refused':
			return { kind: 'refused', what: reading.title, remedy: reading.remedy };
		case 'unreadable':
			return { kind: 'refused', what: reading.reason, remedy: null };
	}
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
