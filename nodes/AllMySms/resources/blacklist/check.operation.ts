import type { INodeProperties } from 'n8n-workflow';

import type { ReadableAnswer } from '../../../shared/provider/provider-answer';
import { oncePerObject } from '../../../shared/values';
import { v9Call } from '../../../shared/provider/provider-call';
import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { read, readAll, refuse, type Result } from '../../../shared/problem';
import { blacklistIndex, readBlacklist } from '../../../shared/vocabulary/look-ups';
import type { ItemReader } from '../../run/item-reader';
import {
	defaultCountryOption,
	fieldsOf,
	optionsField,
	rawOption,
	subAccountOption,
} from '../fields';
import type { Asks } from '../resource';
import { flag, rawKey, text, type RowSpec } from '../row-spec';
import { output as entry } from './getAll.operation';

export const description: INodeProperties[] = fieldsOf('blacklist', 'check', [
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 06 12 34 56 78',
		description: 'The number to look for, with or without country code',
	},
	optionsField([defaultCountryOption, rawOption, subAccountOption]),
]);

export const output = {
	phoneNumber: text('The number, E.164'),
	blacklisted: flag('Whether the number wants no more SMS'),
	since: entry.since,
	reason: entry.reason,
	...rawKey,
} satisfies RowSpec;

function readNumber(reader: ItemReader): Result<string> {
	const asked = readAll({
		given: reader.required('phoneNumber'),
		country: reader.country(),
	});
	if (!asked.ok) return asked;
	const number = readTypedNumber(asked.value.given, asked.value.country);
	return number.ok ? number : refuse('Phone Number', number.problem.what, number.problem.remedy);
}

/** The blacklist as an index, made once for all items that one answer serves. */
const searchIn = oncePerObject(({ data, httpStatus }: ReadableAnswer) => {
	const reading = readBlacklist(data, httpStatus);
	return reading.ok ? read(blacklistIndex(reading.value)) : reading;
});

/** Tells for the number of each item whether it wants no more SMS; one request serves all items. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({
		phoneNumber: readNumber(reader),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { phoneNumber, subAccount } = asked.value;
	return read({
		call: v9Call('getBlacklist', { subAccount }),
		subject: `The blacklist, searched for ${phoneNumber},`,
		remedy: 'Look at the blacklist in the AllMySMS client area.',
		rows(answer) {
			const find = searchIn(answer);
			if (!find.ok) return find;
			const found = find.value(phoneNumber);
			const row = {
				phoneNumber,
				blacklisted: found !== undefined,
				since: found?.row.since ?? null,
				reason: found?.row.reason ?? null,
			};
			return read([{ row, raw: found?.raw ?? {} }]);
		},
	});
};
