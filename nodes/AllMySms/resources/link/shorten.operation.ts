import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read, refuse, type Result } from '../../../shared/problem';
import { readShortLink } from '../../../shared/vocabulary/look-ups';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf, optionsField, rawOption } from '../fields';
import type { Asks } from '../resource';
import { rawKey, type RowSpec, text } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('link', 'shorten', [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://www.example.com/appointments/1234',
		description: 'The long link, beginning with https:// or http://',
	},
	optionsField([rawOption]),
]);

export const output = {
	url: text('The link as it was given'),
	shortUrl: text('Its short form'),
	...rawKey,
} satisfies RowSpec;

function readUrl(reader: ItemReader): Result<string> {
	const url = reader.required('url');
	if (!url.ok || /^https?:\/\/[^\s/]+/i.test(url.value)) return url;
	return refuse(
		'URL',
		`"${url.value.slice(0, 60)}" is not a web address`,
		'Enter the whole link with https:// in front.',
	);
}

/** Shortens a link per item. */
export const asks: Asks<typeof output> = (reader) => {
	const url = readUrl(reader);
	if (!url.ok) return url;
	return read({
		call: v9Call('shortenUrl', { url: url.value }),
		subject: `The short link of ${url.value.slice(0, 100)}`,
		remedy: "Check 'URL' in a browser.",
		rows: ({ data, httpStatus }) => readShortLink(data, httpStatus, url.value),
	});
};
