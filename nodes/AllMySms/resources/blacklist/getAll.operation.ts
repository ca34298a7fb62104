import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read, readAll } from '../../../shared/problem';
import { readBlacklist } from '../../../shared/vocabulary/look-ups';
import { fieldsOf, limitFields, optionsField, rawOption, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { rawKey, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('blacklist', 'getAll', [
	...limitFields,
	optionsField([rawOption, subAccountOption]),
]);

export const output = {
	phoneNumber: text.orNull('The number, E.164'),
	since: text.orNull('When the number was put on the blacklist, ISO 8601 with offset'),
	reason: text.orNull('What AllMySMS says of it, such as "stop" or "Refused"'),
	...rawKey,
} satisfies RowSpec;

/** Gets the numbers that want no more SMS. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({ limit: reader.limit(), subAccount: reader.optionText('subAccount') });
	if (!asked.ok) return asked;
	const { limit, subAccount } = asked.value;
	return read({
		call: v9Call('getBlacklist', { subAccount }),
		subject: 'The blacklist',
		remedy: 'Look at the blacklist in the AllMySMS client area.',
		limit,
		rows: ({ data, httpStatus }) => readBlacklist(data, httpStatus),
	});
};
