import { read, readAll, refuse, type Result } from '../problem';
import type { Api } from '../vocabulary/spellings';
import { extraFieldsReader, oneOf, type ExtraFields } from './option-rows';
import {
	foreignNames,
	keysOf,
	OPTIONS,
	type OptionName,
	type RequestSettings,
	type ValueOf,
} from './option-table';
import { checkRules, readRules, type SendingRules } from './rules';

/** Every option, checked. */
export type SendingOptions = { readonly [K in OptionName]: ValueOf<K> } & {
	readonly extraFields: ExtraFields;
	/** How the requests are made. */
	readonly request: RequestSettings;
	readonly rules: SendingRules;
};

const extraFields = {
	v9: extraFieldsReader('v9', foreignNames('v9')),
	rest: extraFieldsReader('rest', foreignNames('rest')),
};

/** What REST would drop (docs/provider.md, Fields of a REST send), by its name in the table. */
function checkRest(values: SendingOptions, kind: 'SMS' | 'voice message'): Result<SendingOptions> {
	if (values.request.api === 'v9') return read(values);
	for (const key of keysOf(OPTIONS)) {
		const { name, wire, ...reach } = OPTIONS[key];
		const isDropped = wire !== null && wire.rest === null && Boolean(values[key]);
		const clash = 'notRest' in reach && reach.notRest?.value === values[key] ? reach.notRest : null;
		if (!isDropped && clash === null) continue;
		const without = clash?.instead ?? `remove '${name}'`;
		return kind === 'SMS'
			? refuse(
					name,
					'is set, but the REST API has no field for it and would send without it',
					`Choose 'HTTP API v9.0' under 'Request API', or ${without}.`,
				)
			: refuse(
					name,
					'is set, but voice messages have nothing like it',
					`${without.charAt(0).toUpperCase()}${without.slice(1)}.`,
				);
	}
	return read(values);
}

const readApi = oneOf<Api>('v9', 'rest');

/**
 * Reads the options; the first one that cannot be used refuses them all.
 *
 * @param raw the collection "Options" as n8n gives it
 * @param kind what is sent; voice messages leave by REST alone
 */
export function readOptions(
	raw: Readonly<Record<string, unknown>>,
	kind: 'SMS' | 'voice message' = 'SMS',
): Result<SendingOptions> {
	const api = kind === 'SMS' ? readApi(raw.api, 'Request API') : read<Api>('rest');
	if (!api.ok) return api;
	const extra = extraFields[api.value](raw.extraFields, 'Request Fields');
	if (!extra.ok) return extra;
	const readings = Object.fromEntries(
		keysOf(OPTIONS).map((key) => [key, OPTIONS[key].read(raw[key], OPTIONS[key].name)]),
	) as { [K in OptionName]: Result<ValueOf<K>> };
	const checked = checkRules(raw);
	if (!checked.ok) return checked;
	const values = readAll(readings);
	if (!values.ok) return values;
	const rules = readRules(values.value);
	if (!rules.ok) return rules;
	const { batchSize, marketing, payloadFormat, stopMention, timeout } = values.value;
	const request = { api: api.value, batchSize, payloadFormat, timeoutMs: timeout * 1000 };
	const options = {
		...values.value,
		extraFields: extra.value,
		request,
		rules: rules.value,
		stopMention: stopMention || marketing,
	};
	return checkRest(options, kind);
}
