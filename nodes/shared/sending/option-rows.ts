import { isZone } from '../dates/send-at';
import { isCountryCode } from '../numbers/typed-number';
import { read, refuse, type Result } from '../problem';
import { inWords, readText } from '../text/read-text';
import { readChoice, readSwitch } from '../text/switch';
import { readWholeNumber } from '../text/whole-number';

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
