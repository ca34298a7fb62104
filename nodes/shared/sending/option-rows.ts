import { isZone } from '../dates/instant';
import { isCountryCode } from '../numbers/typed-number';
import { read, refuse, type Result } from '../problem';
import { readChoice, readSwitch, readText, readWholeNumber } from '../text/read-text';
import { inWords, isBlank } from '../values';
import type { Api } from '../vocabulary/spellings';

/**
 * Reads an option.
 *
 * @param raw what n8n gives; undefined where the option was not added
 * @param name the name that the user sees
 */
export type OptionReader<T> = (raw: unknown, name: string) => Result<T>;

/** A switch. */
export const onOff =
	(fallback: boolean): OptionReader<boolean> =>
	(raw, name) =>
		readSwitch(raw, name, fallback);

/** A text, or null where the option is empty. */
export const text =
	(example?: string): OptionReader<string | null> =>
	(raw, name) =>
		readText(raw, name, example);

/** Whatever was given; it is read with what other options say. */
export const asGiven: OptionReader<unknown> = (raw) => read(raw);

/** A whole number. */
export const whole =
	(fallback: number, from: number, to: number): OptionReader<number> =>
	(raw, name) =>
		readWholeNumber(raw, name, fallback, { from, to });

/** One of the choices; the first of them where the option is empty. */
export const oneOf =
	<T extends string>(...choices: [T, ...T[]]): OptionReader<T> =>
	(raw, name) =>
		readChoice(raw, name, choices);

/** The country of numbers without a country code, as an ISO code in capitals. */
export const country: OptionReader<string> = (raw, name) => {
	const given = readText(raw, name, 'FR');
	if (!given.ok) return given;
	const code = (given.value ?? 'FR').toUpperCase();
	if (isCountryCode(code)) return read(code);
	return refuse(
		name,
		`is ${inWords(given.value)}`,
		'Use a two-letter country code such as FR, BE or CH.',
	);
};

/** The name of a time zone. */
export const zone: OptionReader<string> = (raw, name) => {
	const given = readText(raw, name, 'Europe/Paris');
	if (!given.ok) return given;
	const zoneName = given.value ?? 'Europe/Paris';
	if (isZone(zoneName)) return read(zoneName);
	return refuse(name, `is ${inWords(zoneName)}`, 'Use a name such as Europe/Paris.');
};

/** What carries a setting to the provider (docs/provider.md, Payload of a send, Fields of a REST send). */
export interface Wire {
	/** The tag of `smsData`. */
	readonly v9: string;
	/** What the tag holds where a switch is off; without it the tag stays away then. */
	readonly off?: '0';
	/** The field of REST, or null where it has none: it would drop the setting and say "sent". */
	readonly rest: string | null;
}

/** Whom an option is for, besides SMS by the HTTP API. */
interface Reach {
	/** Voice messages have it too. */
	readonly voice?: true;
	/** Means nothing where sending is only simulated. */
	readonly sendsOnly?: true;
	/** What REST has no way for, and what to choose instead. */
	readonly notRest?: { readonly value: string; readonly instead: string };
}

/** An option that the node carries out itself. */
export const own = <T>(name: string, reader: OptionReader<T>, reach: Reach = {}) => ({
	name,
	read: reader,
	wire: null,
	...reach,
});

/** An option that the provider is told of. */
export const told = <T extends string | boolean | null>(
	name: string,
	reader: OptionReader<T>,
	wire: Wire,
	reach: Reach = {},
) => ({ name, read: reader, wire, ...reach });

/** Extra tags of `smsData`, or fields of the REST body, that the user adds by hand: plain JSON. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/**
 * Fields that the node fills itself: they say who gets which text, and whether it is sent at all.
 * All others may be set by hand.
 */
const RESERVED = {
	v9: ['MESSAGE', 'DYNAMIC', 'SMS', 'simulate'],
	rest: ['to', 'text', 'simulate'],
} as const;

/** Fields that the other API alone has, whatever is asked of it. */
const FOREIGN = {
	v9: ['to', 'text'],
	rest: ['MESSAGE', 'DYNAMIC', 'SMS'],
} as const;

function reservedField(fields: ExtraFields, api: Api): string | null {
	const reserved = RESERVED[api].map((name) => name.toLowerCase());
	return Object.keys(fields).find((name) => reserved.includes(name.trim().toLowerCase())) ?? null;
}

/** What JSON makes of the value; undefined for what is no JSON. */
function asJson(raw: unknown): unknown {
	try {
		return JSON.parse(typeof raw === 'string' ? raw : JSON.stringify(raw));
	} catch {
		return undefined;
	}
}

function readObject(raw: unknown, name: string): Result<ExtraFields> {
	if (isBlank(raw)) return read({});
	const parsed = asJson(raw);
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
		return read({ ...parsed });
	}
	return refuse(
		name,
		parsed === undefined ? 'is not valid JSON' : 'is not a JSON object',
		'Enter a JSON object, for example {"TAG": "value"}, or leave the field empty.',
	);
}

/**
 * A reader of the fields that the user adds for one API. Fields of the other are refused: they would
 * be dropped without a word, an SMS for tomorrow would leave today, and what was to be counted would
 * be sent.
 *
 * @param foreign the settings of the other API, with their names in this one or null
 */
export function extraFieldsReader(
	api: Api,
	foreign: ReadonlyMap<string, string | null>,
): OptionReader<ExtraFields> {
	const names = new Map([
		...foreign,
		...FOREIGN[api].map((name) => [name as string, null] as const),
	]);
	const [here, there] = api === 'rest' ? ['REST', 'HTTP v9.0'] : ['HTTP v9.0', 'REST'];
	return (raw, name) => {
		const fields = readObject(raw, name);
		if (!fields.ok) return fields;
		const reserved = reservedField(fields.value, api);
		if (reserved !== null) {
			return refuse(
				name,
				`has ${reserved}, which the node fills itself`,
				"Remove it: the numbers belong in 'To', the text in 'Message', and 'Estimate Cost' is an operation of its own.",
			);
		}
		const wrong = Object.keys(fields.value).find((each) => names.has(each.trim()));
		if (wrong === undefined) return fields;
		const instead = names.get(wrong.trim()) ?? null;
		return refuse(
			name,
			`has ${wrong}, which belongs to the ${there} API; the ${here} API would send without it`,
			instead === null
				? "Remove it, or choose the other 'Request API'."
				: `Write ${instead} instead, or choose the other 'Request API'.`,
		);
	};
}
