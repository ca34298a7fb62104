import type { INodeProperties } from 'n8n-workflow';

import { read, readAll, refuse, type Result } from '../../../shared/problem';
import { accountData, type AccountFields } from '../../../shared/vocabulary/accounts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { withoutSecretWords } from '../../../shared/vocabulary/secrets';
import type { ItemReader } from '../../run/item-reader';
import { defaultCountryOption, fieldsOf, optionsField } from '../fields';
import type { Tells } from '../resource';
import { flag, text, type RowSpec } from '../row-spec';
import {
	subAccountLocator,
	updateFields,
	checkPassword,
	passwordMark,
	readCollection,
	readMobile,
} from './account-fields';

export const description: INodeProperties[] = fieldsOf('subAccount', 'update', [
	subAccountLocator,
	updateFields,
	optionsField([defaultCountryOption]),
]);

export const output = {
	updated: flag('Always true: the sub-account was changed'),
	subAccount: text('Login of the sub-account'),
} satisfies RowSpec;

function readChanges(reader: ItemReader): Result<AccountFields> {
	const asked = readAll({
		changes: readCollection(reader, updateFields),
		country: reader.country(),
	});
	if (!asked.ok) return asked;
	const { changes, country } = asked.value;
	if (Object.keys(changes).length === 0) {
		return refuse('Update Fields', 'is empty', 'Add at least one field that is to change.');
	}
	const { password, mobile } = changes;
	const checks: Record<string, Result<string>> = {};
	if (typeof password === 'string') checks.password = checkPassword(password);
	if (typeof mobile === 'string') checks.mobile = readMobile(mobile, country);
	const checked = readAll(checks);
	return checked.ok ? read({ ...changes, ...checked.value }) : checked;
}

/** Tells changes from others without giving away a password. */
function identityOf(subAccount: string, changes: AccountFields): string {
	const { password } = changes;
	const named =
		typeof password === 'string' ? { ...changes, password: passwordMark(password) } : changes;
	return `updateSubAccount ${subAccount} ${JSON.stringify(named)}`;
}

/** Changes a sub-account per item. */
export const tells: Tells<typeof output> = (reader) => {
	const asked = readAll({
		subAccount: reader.required('subAccount'),
		changes: readChanges(reader),
	});
	if (!asked.ok) return asked;
	const { subAccount, changes } = asked.value;
	const data = accountData(changes, 'update');
	return read({
		call: v9Call('updateSubAccount', { subAccount, accountData: data }),
		identity: identityOf(subAccount, changes),
		subject: `The sub-account "${subAccount}" was`,
		verb: 'updated',
		remedy: "Check the login under 'Sub-Account' and the values under 'Update Fields'.",
		once: false,
		read(answer, httpStatus) {
			const done = readDone(answer, httpStatus);
			if (done.kind === 'done') return { kind: 'done', row: { updated: true, subAccount } };
			const { password } = changes;
			const secrets = typeof password === 'string' ? [password] : [];
			const what = withoutSecretWords(done.problem.what, answer, secrets);
			return { ...done, problem: { ...done.problem, what } };
		},
	});
};
