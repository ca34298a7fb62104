import type { INodeProperties } from 'n8n-workflow';

import { read } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { fieldsOf } from '../fields';
import type { Tells } from '../resource';
import { flag, text, type RowSpec } from '../row-spec';
import { subAccountLocator } from './account-fields';

export const description: INodeProperties[] = fieldsOf('subAccount', 'delete', [subAccountLocator]);

export const output = {
	deleted: flag('Always true: the sub-account is gone'),
	subAccount: text('Login of the sub-account'),
} satisfies RowSpec;

/** Deletes a sub-account per item. */
export const tells: Tells<typeof output> = (reader) => {
	const login = reader.required('subAccount');
	if (!login.ok) return login;
	const subAccount = login.value;
	return read({
		call: v9Call('deleteSubAccount', { loginToDelete: subAccount }),
		subject: `The sub-account "${subAccount}" was`,
		verb: 'deleted',
		remedy: "Check the login under 'Sub-Account'.",
		once: false,
		read(data, httpStatus) {
			// Some answers repeat the account instead of a status.
			const done = readDone(data, httpStatus, ['subAccount', 'Login']);
			return done.kind === 'done' ? { kind: 'done', row: { deleted: true, subAccount } } : done;
		},
	});
};
