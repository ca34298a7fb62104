import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, readAll, refuse, type Reading } from '../../../shared/problem';
import { accountData, type AccountFields } from '../../../shared/vocabulary/account-data';
import { v9Call } from '../../../shared/provider/v9-call';
import { readDone } from '../../../shared/vocabulary/rows/done-answer';
import { tellForEachItem } from '../../run/tell-for-each-item';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf } from '../fields';
import type { RowOf } from '../row-spec';
import { checkPassword, readCollection, subAccountField, updateFields } from './account-fields';
import { updated } from './rows';

export const description: INodeProperties[] = fieldsOf('subAccount', 'update', [
	subAccountField,
	updateFields,
]);

export const output = updated;

function readChanges(reader: ItemReader): Reading<AccountFields> {
	const changes = readCollection(reader, 'updateFields');
	if (!changes.ok) return changes;
	const set = Object.fromEntries(
		Object.entries(changes.value).filter(([, value]) => value !== null),
	);
	if (Object.keys(set).length === 0) {
		return refuse('Update Fields', 'is empty', 'Add at least one field that is to change.');
	}
	const password = checkPassword(typeof set.password === 'string' ? set.password : null);
	return password.ok ? read(set) : password;
}

/** Changes a sub-account per item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await tellForEachItem<RowOf<typeof output>>(this, description, (reader) => {
		const asked = readAll({
			subAccount: reader.required('subAccount'),
			changes: readChanges(reader),
		});
		if (!asked.ok) return asked;
		const { subAccount, changes } = asked.value;
		return read({
			call: v9Call('updateSubAccount', { subAccount, accountData: accountData(changes) }),
			subject: `The sub-account "${subAccount}" was`,
			verb: 'updated',
			remedy: "Check the login under 'Sub-Account' and the values under 'Update Fields'.",
			once: false,
			read(data, httpStatus) {
				const done = readDone(data, httpStatus);
				return done.kind === 'done' ? { kind: 'done', row: { updated: true, subAccount } } : done;
			},
		});
	});
}
