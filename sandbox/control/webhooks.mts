import type { Webhooks } from '../pushes/webhooks.mts';
import {
	BadInput,
	choiceField,
	fieldsOf,
	onlyKnown,
	textField,
	type Fields,
} from './bad-input.mts';

function urlField(fields: Fields, name: string, fallback: string): string {
	if (fields[name] === undefined) return fallback;
	const text = textField(fields, name).trim();
	if (text === '') return '';
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
	throw new BadInput(`"${name}" must be an address that begins with http:// or https://, or empty`);
}

/** Reads webhook addresses; what is missing stays as it was. */
export function readWebhooks(input: unknown, before: Webhooks): Webhooks {
	const fields = fieldsOf(input, 'The body');
	onlyKnown(fields, ['deliveryReportUrl', 'replyUrl', 'method', 'encoding']);
	return {
		deliveryReportUrl: urlField(fields, 'deliveryReportUrl', before.deliveryReportUrl),
		replyUrl: urlField(fields, 'replyUrl', before.replyUrl),
		method: choiceField(fields, 'method', ['GET', 'POST'], before.method),
		encoding: choiceField(
			fields,
			'encoding',
			['query', 'form', 'json', 'multipart'],
			before.encoding,
		),
	};
}
