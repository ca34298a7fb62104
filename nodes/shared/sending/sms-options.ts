import { foreignField, reservedField, type ExtraFields } from './extra-fields';
import { isZone } from '../dates/send-at';
import { isCountryCode } from '../numbers/phone-numbers';
import type { RequestSettings } from './planned-sms';
import { checkRestLimits } from './rest-limits';
import { read, readAll, refuse, type Reading } from '../problem';
import { inWords, readText } from '../text/read-text';
import { readSwitch } from '../text/switch';
import { readWholeNumber } from '../text/whole-number';

/** The collection "Options" of `sms` › `send` and `simulate`, checked. */
export interface SmsOptions {
	readonly autoPersonalise: boolean;
	readonly clientMessageId: string | null;
	readonly concurrency: number;
	readonly defaultCountry: string;
	readonly emailNotification: boolean;
	readonly extraFields: ExtraFields;
	readonly flash: boolean;
	readonly masterAccount: string | null;
	readonly providerTimezone: string;
	readonly replaceTypographicCharacters: boolean;
	readonly request: RequestSettings;
	readonly stopMention: boolean;
	readonly trackLinks: boolean;
	readonly uniqueKey: string | null;
}

type Raw = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

function choice<T extends string>(
	raw: unknown,
	parameter: string,
	choices: readonly [T, ...T[]],
): Reading<T> {
	if (isBlank(raw)) return read(choices[0]);
	const word = typeof raw === 'string' ? raw.trim().toLowerCase() : null;
	const found = choices.find((candidate) => candidate === word);
	if (found !== undefined) return read(found);
	return refuse(parameter, `is ${inWords(raw)}`, `Use one of: ${choices.join(', ')}.`);
}

/** What JSON makes of the value; undefined for what is no JSON. */
function asJson(raw: unknown): unknown {
	try {
		return JSON.parse(typeof raw === 'string' ? raw : JSON.stringify(raw));
	} catch {
		return undefined;
	}
}

function extraFields(raw: unknown, api: RequestSettings['api']): Reading<ExtraFields> {
	const parameter = 'Extra Fields';
	const remedy = 'Enter a JSON object, for example {"TAG": "value"}, or leave the field empty.';
	if (isBlank(raw) || (typeof raw === 'string' && raw.trim() === '')) return read({});
	const parsed = asJson(raw);
	if (parsed === undefined) return refuse(parameter, 'is not valid JSON', remedy);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		return refuse(parameter, 'is not a JSON object', remedy);
	}
	const fields: ExtraFields = { ...parsed };
	const reserved = reservedField(fields, api);
	if (reserved !== null) {
		return refuse(
			parameter,
			`has ${reserved}, which the node fills itself`,
			"Remove it: the numbers belong in 'To', the text in 'Message', and 'Simulate' is an operation of its own.",
		);
	}
	const foreign = foreignField(fields, api);
	if (foreign === null) return read(fields);
	const [here, there] = api === 'rest' ? ['REST', 'HTTP v9.0'] : ['HTTP v9.0', 'REST'];
	return refuse(
		parameter,
		`has ${foreign.name}, which belongs to the ${there} API; the ${here} API would send without it`,
		foreign.here === null
			? "Remove it, or choose the other 'API'."
			: `Write ${foreign.here} instead, or choose the other 'API'.`,
	);
}

function country(raw: unknown): Reading<string> {
	const given = readText(raw, 'Default Country', 'FR');
	if (!given.ok) return given;
	const code = (given.value ?? 'FR').toUpperCase();
	if (isCountryCode(code)) return read(code);
	return refuse(
		'Default Country',
		`is ${inWords(given.value)}`,
		'Use a two-letter country code such as FR, BE or CH.',
	);
}

function zone(raw: unknown): Reading<string> {
	const given = readText(raw, 'Provider Timezone', 'Europe/Paris');
	if (!given.ok) return given;
	const name = given.value ?? 'Europe/Paris';
	if (isZone(name)) return read(name);
	return refuse('Provider Timezone', `is ${inWords(name)}`, 'Use a name such as Europe/Paris.');
}

/**
 * Reads the options; the first one that cannot be used refuses them all.
 *
 * @param kind what is sent: a remedy may be there for SMS alone
 */
export function readSmsOptions(
	raw: Raw,
	kind: 'SMS' | 'voice message' = 'SMS',
): Reading<SmsOptions> {
	const api = choice<'v9' | 'rest'>(raw.api, 'API', ['v9', 'rest']);
	if (!api.ok) return api;
	const checked = readAll({
		autoPersonalise: readSwitch(raw.autoPersonalise, 'Auto-Personalise', true),
		batchSize: readWholeNumber(raw.batchSize, 'Batch Size', 1000, { from: 1, to: 2000 }),
		concurrency: readWholeNumber(raw.concurrency, 'Concurrency', 4, { from: 1, to: 10 }),
		defaultCountry: country(raw.defaultCountry),
		emailNotification: readSwitch(raw.emailNotification, 'Email Notification', false),
		extraFields: extraFields(raw.extraFields, api.value),
		flash: readSwitch(raw.flash, 'Flash', false),
		payloadFormat: choice<'json' | 'xml'>(raw.payloadFormat, 'Payload Format', ['json', 'xml']),
		providerTimezone: zone(raw.providerTimezone),
		replaceTypographicCharacters: readSwitch(
			raw.replaceTypographicCharacters,
			'Plain Punctuation',
			false,
		),
		stopMention: readSwitch(raw.stopMention, 'STOP Mention', false),
		timeout: readWholeNumber(raw.timeout, 'Timeout', 30, { from: 1, to: 600 }),
		trackLinks: readSwitch(raw.trackLinks, 'Track Links', false),
		clientMessageId: readText(raw.clientMessageId, 'Client Message ID', 'order-1234'),
		masterAccount: readText(raw.masterAccount, 'Master Account'),
		uniqueKey: readText(raw.uniqueKey, 'Unique Key', 'order-1234'),
	});
	if (!checked.ok) return checked;
	const { batchSize, payloadFormat, timeout, ...rest } = checked.value;
	const options = {
		...rest,
		request: { api: api.value, batchSize, payloadFormat, timeoutMs: timeout * 1000 },
	};
	return checkRestLimits(options, kind);
}
