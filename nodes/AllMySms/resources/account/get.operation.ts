import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import type { ReadableAnswer } from '../../../shared/provider/provider-data';
import { readAccount, type Account } from '../../../shared/vocabulary/accounts';
import { v9Call } from '../../../shared/provider/provider-call';
import { askForEachItem } from '../../run/ask';
import { fieldsOf, optionsField, subAccountOption } from '../fields';
import { type RowOf, number, text, type RowSpec } from '../resource';

export const description: INodeProperties[] = fieldsOf('account', 'get', [
	optionsField([subAccountOption]),
]);

export const output = {
	email: text.orNull('Email address of the holder'),
	firstName: text.orNull('First name of the holder'),
	lastName: text.orNull('Last name of the holder'),
	company: text.orNull('Company of the holder'),
	status: text.orNull('What AllMySMS says of the account, such as "Active Account"'),
	credits: number.orNull('Credits left; a French SMS costs 15'),
	balance: number.orNull('Money left, in euro'),
	smsLeft: number.orNull('How many SMS the credits are good for'),
	country: text.orNull('ISO code of the country that prices start from'),
} satisfies RowSpec;

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
