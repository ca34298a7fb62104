import type { INodeProperties } from 'n8n-workflow';

import { read } from '../../../shared/problem';
import { readAccount } from '../../../shared/vocabulary/accounts';
import { v9Call } from '../../../shared/provider/provider-call';
import { fieldsOf, optionsField, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { number, text, type RowSpec } from '../row-spec';

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

/** Gets the account of each item, without its API key. */
export const asks: Asks<typeof output> = (reader) => {
	const subAccount = reader.optionText('subAccount');
	if (!subAccount.ok) return subAccount;
	return read({
		call: v9Call('getInfo', { subAccount: subAccount.value }),
		subject: 'The account',
		remedy: 'Run the node again later.',
		rows({ data, httpStatus }) {
			const account = readAccount(data, httpStatus, 'v9');
			return account.ok ? read([{ row: account.value, raw: {} }]) : account;
		},
	});
};
