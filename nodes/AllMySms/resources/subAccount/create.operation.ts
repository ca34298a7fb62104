import type { INodeProperties } from 'n8n-workflow';

import { read, readAll, type Result } from '../../../shared/problem';
import { accountData } from '../../../shared/vocabulary/accounts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { apiKeyIn, withoutSecretWords } from '../../../shared/vocabulary/secrets';
import type { OrderAnswer } from '../../run/fulfil-order';
import type { ItemReader } from '../../run/item-reader';
import { defaultCountryOption, fieldsOf, optionsField } from '../fields';
import type { Tells } from '../resource';
import { flag, sometimes, text, type RowSpec, type RowOf } from '../row-spec';
import {
	additionalFields,
	newAccountFields,
	returnApiKeyOption,
	checkPassword,
	readCollection,
	readMobile,
} from './account-fields';

export const description: INodeProperties[] = fieldsOf('subAccount', 'create', [
	...newAccountFields,
	additionalFields,
	optionsField([defaultCountryOption, returnApiKeyOption]),
]);

export const output = {
	created: flag('Always true: the sub-account exists'),
	subAccount: text('Login of the sub-account'),
	statusText: text('Where the API key of the sub-account is, and who can read it'),
	apiKey: sometimes(
		"with the option 'Return API Key'",
		text.orNull('API key of the sub-account, a secret; null where AllMySMS did not give it'),
	),
} satisfies RowSpec;

type CreatedRow = RowOf<typeof output>;

const IN_CLIENT_AREA =
	'is in the AllMySMS client area of the new account, menu "API Key and Settings"';

/**
 * The row of a new account. The memory of the run, which n8n stores with the execution, gets none
 * of its key: only a try that this process has made can give it again.
 */
function createdAnswer(
	subAccount: string,
	apiKey: string | null,
	returnApiKey: boolean,
): OrderAnswer<CreatedRow> {
	const row = { created: true, subAccount };
	if (!returnApiKey) {
		const statusText = `Created. Its API key ${IN_CLIENT_AREA}; the option 'Return API Key' gives it here.`;
		return { kind: 'done', row: { ...row, statusText } };
	}
	const without = (why: string): CreatedRow => ({
		...row,
		statusText: `Created. Its API key ${IN_CLIENT_AREA}: ${why}.`,
		apiKey: null,
	});
	if (apiKey === null) {
		return { kind: 'done', row: without('AllMySMS did not answer with it') };
	}
	return {
		kind: 'done',
		row: without('it was created in an earlier execution, whose secrets are not kept'),
		secret: {
			statusText: 'Created. Its API key stands here: whoever may see this execution can read it.',
			apiKey,
		},
	};
}

function readPassword(reader: ItemReader): Result<string> {
	const password = reader.required('password');
	return password.ok ? checkPassword(password.value) : password;
}

function readRequiredMobile(reader: ItemReader): Result<string> {
	const asked = readAll({ given: reader.required('mobile'), country: reader.country() });
	return asked.ok ? readMobile(asked.value.given, asked.value.country) : asked;
}

/** Creates a sub-account per item; never twice by "Retry On Fail". */
export const tells: Tells<typeof output> = (reader) => {
	const asked = readAll({
		subAccount: reader.required('subAccount'),
		firstName: reader.required('firstName'),
		lastName: reader.required('lastName'),
		company: reader.required('company'),
		mobile: readRequiredMobile(reader),
		email: reader.required('email'),
		password: readPassword(reader),
		more: readCollection(reader, additionalFields),
		returnApiKey: reader.optionSwitch('returnApiKey'),
	});
	if (!asked.ok) return asked;
	const { more, returnApiKey, ...person } = asked.value;
	const { subAccount, password } = person;
	const data = accountData({ ...more, ...person }, 'create');
	return read({
		call: v9Call('createSubAccount', { accountData: data }),
		identity: `createSubAccount ${subAccount}`,
		subject: `The sub-account "${subAccount}" was`,
		verb: 'created',
		remedy: 'Look whether the login is taken already.',
		once: true,
		read(answer, httpStatus) {
			const done = readDone(answer, httpStatus, ['apiKey']);
			if (done.kind === 'done') {
				return createdAnswer(subAccount, apiKeyIn(answer), returnApiKey);
			}
			const what = withoutSecretWords(done.problem.what, answer, [password]);
			return { ...done, problem: { ...done.problem, what } };
		},
	});
};
