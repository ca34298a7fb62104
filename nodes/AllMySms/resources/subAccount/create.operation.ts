import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, readAll, type Reading } from '../../../shared/problem';
import { accountData } from '../../../shared/vocabulary/account-data';
import { v9Call } from '../../../shared/provider/v9-call';
import { readDone } from '../../../shared/vocabulary/rows/done-answer';
import { tellForEachItem } from '../../run/tell-for-each-item';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf } from '../fields';
import type { RowOf } from '../row-spec';
import {
	additionalFields,
	checkPassword,
	personFields,
	readCollection,
	subAccountField,
} from './account-fields';
import { created } from './rows';

export const description: INodeProperties[] = fieldsOf('subAccount', 'create', [
	{
		...subAccountField,
		description: 'The login that the new sub-account gets',
	},
	...Object.values(personFields).map((field) => ({ ...field, required: true })),
	additionalFields,
]);

export const output = created;

function readPassword(reader: ItemReader): Reading<string | null> {
	const password = reader.required('password');
	return password.ok ? checkPassword(password.value) : password;
}

/** Creates a sub-account per item. The key that the provider may answer with is not shown. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await tellForEachItem<RowOf<typeof output>>(this, description, (reader) => {
		const asked = readAll({
			subAccount: reader.required('subAccount'),
			firstName: reader.required('firstName'),
			lastName: reader.required('lastName'),
			email: reader.required('email'),
			password: readPassword(reader),
			more: readCollection(reader, 'additionalFields'),
		});
		if (!asked.ok) return asked;
		const { more, ...person } = asked.value;
		const { subAccount } = person;
		return read({
			call: v9Call('createSubAccount', { accountData: accountData({ ...more, ...person }) }),
			subject: `The sub-account "${subAccount}" was`,
			verb: 'created',
			remedy: 'Look whether the login or the email address is taken already.',
			once: true,
			read(data, httpStatus) {
				const done = readDone(data, httpStatus, ['apiKey']);
				return done.kind === 'done' ? { kind: 'done', row: { created: true, subAccount } } : done;
			},
		});
	});
}
