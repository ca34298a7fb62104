import { read, readAll, refuse, type Result } from '../problem';
import type { Api } from '../vocabulary/spellings';
import {
	asGiven,
	country,
	extraFieldsReader,
	oneOf,
	onOff,
	own,
	text,
	told,
	whole,
	zone,
	type ExtraFields,
	type OptionReader,
	type Wire,
} from './option-rows';
import { checkRules, QUIET_HOURS, readRules, type SendingRules } from './rules';

/**
 * Every option of `sms` › `send` and `simulate`, and of voice messages. A new one is a row here and
 * its description in the editor. Flags that are off are sent as off where programs in use do so: what
 * an account does without them is not known. `TRACKING` was never seen as 0, and stays away.
 */
export const OPTIONS = {
	allowedRecipients: own('Allowed Recipients', asGiven, { voice: true }),
	autoPersonalise: own('Personalize in One Request', onOff(true)),
	batchSize: own('Request Size', whole(1000, 1, 2000), { voice: true }),
	concurrency: own('Requests at Once', whole(4, 1, 10), { voice: true, sendsOnly: true }),
	defaultCountry: own('Default Country', country, { voice: true }),
	flash: told(
		'Flash SMS',
		onOff(false),
		{ v9: 'FLASH', off: '0', rest: null },
		{ sendsOnly: true },
	),
	emailNotification: told(
		'Email Notification',
		onOff(false),
		{ v9: 'MAIL_NOTIF', off: '0', rest: null },
		{ sendsOnly: true },
	),
	clientMessageId: told(
		'Your Message ID',
		text('order-1234'),
		{ v9: 'CLIMSGID', rest: 'cliMsgId' },
		{ sendsOnly: true },
	),
	marketing: own('Marketing', onOff(false), { voice: true }),
	masterAccount: told('Master Account', text(), { v9: 'MASTERACCOUNT', rest: null }),
	maximumSms: own('Maximum SMS', whole(0, 0, 10_000_000)),
	payloadFormat: own('Request Format', oneOf<'json' | 'xml'>('json', 'xml'), {
		notRest: { value: 'xml', instead: "set 'Request Format' to JSON" },
		sendsOnly: true,
	}),
	providerTimezone: own('Timezone of AllMySMS', zone, { voice: true, sendsOnly: true }),
	quietHours: own('Quiet Hours', oneOf(...QUIET_HOURS), { voice: true }),
	replaceTypographicCharacters: own('Plain Punctuation', onOff(false)),
	stopMention: own('STOP Mention', onOff(false)),
	testRecipient: own('Test Recipient', asGiven, { voice: true, sendsOnly: true }),
	timeout: own('Request Timeout', whole(30, 1, 600), { voice: true }),
	trackLinks: told('Track Links', onOff(false), { v9: 'TRACKING', rest: null }),
	uniqueKey: own('Send Once per Key', text('order-1234'), { voice: true, sendsOnly: true }),
} as const;

type Table = typeof OPTIONS;
/** What workflows store an option under. */
type OptionName = keyof Table;
/** What an option is once it was read. */
export type ValueOf<K extends OptionName> =
	Table[K]['read'] extends OptionReader<infer T> ? T : never;
type ToldName = { [K in OptionName]: Table[K]['wire'] extends null ? never : K }[OptionName];

/** The options that the provider is told of. */
export type ToldOptions = { readonly [K in ToldName]: ValueOf<K> };

/** How the requests of a campaign are made; SMS that differ here cannot share a request. */
export interface RequestSettings {
	readonly api: Api;
	readonly payloadFormat: 'json' | 'xml';
	/** Recipients per request, 1 to 2,000. */
	readonly batchSize: number;
	readonly timeoutMs: number;
}

/** The parameters that travel beside the options, in the order of the provider's examples. */
const PARAMETERS = {
	campaignName: { v9: 'CAMPAIGN_NAME', rest: 'campaignName' },
	date: { v9: 'DATE', rest: 'date' },
	sender: { v9: 'TPOA', rest: 'from' },
} as const satisfies Record<string, Wire>;

/** What a payload says besides text and recipients; null where nothing is said. */
export type ToldSettings = ToldOptions & {
	readonly [K in keyof typeof PARAMETERS]: string | null;
};

/** The names in a table. */
const keysOf = <T extends object>(table: T) => Object.keys(table) as Array<keyof T>;

const isTold = (name: OptionName): name is ToldName => OPTIONS[name].wire !== null;

const wires: ReadonlyArray<readonly [name: keyof ToldSettings, wire: Wire]> = [
	...keysOf(PARAMETERS).map((name) => [name, PARAMETERS[name]] as const),
	...keysOf(OPTIONS)
		.filter(isTold)
		.map((name) => [name, OPTIONS[name].wire] as const),
];

/** Of all options those that the provider is told of. */
export const toldOptions = (options: ToldOptions): ToldOptions =>
	Object.fromEntries(
		keysOf(OPTIONS)
			.filter(isTold)
			.map((name) => [name, options[name]]),
	) as ToldOptions;

/** Settings under the names of an API, as texts; what is not said there is left out. */
export function settingFields(settings: ToldSettings, api: Api): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [name, wire] of wires) {
		const field = wire[api];
		const value = settings[name];
		const text = typeof value === 'boolean' ? (value ? '1' : wire.off) : value;
		if (field !== null && text !== null && text !== undefined) fields[field] = text;
	}
	return fields;
}

/** The fields of the other API that mean nothing in this one, with what stands for them here. */
function foreignNames(api: Api): Map<string, string | null> {
	const foreign = new Map<string, string | null>();
	for (const [, wire] of wires) {
		const there = api === 'v9' ? wire.rest : wire.v9;
		// Tags of `smsData` may be written in small letters.
		const isKnown = there === null || (api === 'v9' && there.toUpperCase() === wire.v9);
		if (!isKnown) foreign.set(there, wire[api]);
	}
	return foreign;
}

/** Whether voice messages have the option. */
export const isVoiceOption = (name: string): boolean =>
	keysOf(OPTIONS).some((key) => key === name && 'voice' in OPTIONS[key]);

/** Whether the option means something where sending an SMS is only simulated. */
export const isSimulateOption = (name: string): boolean =>
	!keysOf(OPTIONS).some((key) => key === name && 'sendsOnly' in OPTIONS[key]);

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
