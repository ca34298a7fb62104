import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readSubAccounts } from '../../../shared/vocabulary/accounts';
import type { Question } from '../../run/ask';
import type { ReadRow } from '../../../shared/vocabulary/rows';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf, limitFields } from '../fields';
import { number, text, type RowSpec } from '../row-spec';

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

/** The most wanted of the provider's 27 fields. */
export const output = {
	subAccount: text.orNull('Login of the sub-account'),
	firstName: text.orNull('First name of the holder'),
	lastName: text.orNull('Last name of the holder'),
	company: text.orNull('Company of the holder'),
	email: text.orNull('Email address of the holder'),
	mobile: text.orNull('Mobile number of the holder'),
	credits: number.orNull('Credits left; a French SMS costs 15'),
	createdAt: text.orNull('When it was made, ISO 8601 with offset'),
	lastActivityAt: text.orNull('When it was last used, ISO 8601 with offset'),
} satisfies RowSpec;

/** Gets the sub-accounts of the account. */
export const asks = (reader: ItemReader): Result<Question> => {
	const limit = reader.limit();
	if (!limit.ok) return limit;
	const simplify = reader.isOn('simplify');
	return read({
		call: v9Call('getSubAccounts'),
		subject: 'The sub-accounts',
		remedy: 'Look at the sub-accounts in the AllMySMS client area.',
		limit: limit.value,
		rows({ data, httpStatus }): Result<Array<ReadRow<IDataObject>>> {
			const reading = readSubAccounts(data, httpStatus);
			if (!reading.ok || simplify) return reading;
			return read(reading.value.map(({ raw }) => ({ row: raw as IDataObject, raw })));
		},
	});
};
