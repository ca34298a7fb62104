import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/mobile';

import { readDialled } from './number-text';

/** A phone number, or why the text is none. */
export type PhoneReading =
	/** Digits with country code and without plus, `33612345678`. */
	| { readonly ok: true; readonly digits: string }
	/** `given` is the text as it stood; the reason goes on from it: "is too short". */
	| { readonly ok: false; readonly given: string; readonly reason: string };

/** Whether numbers can be read as numbers of this country (ISO code in capitals). */
export const isCountryCode = (code: string): code is CountryCode => isSupportedCountry(code);

const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** `["0612345678"]` as text is what programs and language models write for a list. */
function listIn(text: string): unknown[] | null {
	if (!/^\s*\[[^]*\]\s*$/.test(text)) return null;
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list : null;
	} catch {
		return null;
	}
}

/**
 * Cuts the parameter `to` into single numbers: text at commas, semicolons and line breaks, arrays
 * into their members. Blank members are left out.
 */
export function splitRecipients(raw: unknown): unknown[] {
	const list = typeof raw === 'string' ? (listIn(raw) ?? raw.split(/[,;\r\n\u2028\u2029]/)) : [raw];
	// Expressions give lists of lists where they gather fields of several items.
	const members: unknown[] = list.flat(10);
	return members
		.flatMap((member) => (typeof member === 'string' ? member.split(/[,;\r\n]/) : [member]))
		.filter((member) => !isBlank(member))
		.map((member) => (typeof member === 'string' ? member.trim() : member));
}

/** Overseas numbers are dialled from France like any other, but have country codes of their own. */
const OVERSEAS: readonly CountryCode[] = ['GP', 'RE', 'MQ', 'GF', 'YT'];

/** French mobile numbers that cannot be anything else, as most recipients of most campaigns are. */
const PLAIN_FRENCH_MOBILE = /^(?:\+33|33|0)?((?:6[0-24-8]|7[4-8])\d{7})$/;

/** French and overseas mobile numbers as they are dialled; a spreadsheet may have eaten the zero. */
const NATIONAL_FRENCH_MOBILE = /^0?[67]\d{8}$/;

/**
 * Possible, not valid: new ranges come into use faster than any list of them, and the provider
 * refuses what does not exist. A zero in front is a trunk prefix with too few digits behind it,
 * but for the countries whose mobile numbers have one.
 */
const isUsable = (number: PhoneNumber | undefined): number is PhoneNumber =>
	number !== undefined &&
	number.isPossible() &&
	(number.isValid() || !number.nationalNumber.startsWith('0'));

function readNational(dialled: string, country: CountryCode): PhoneNumber | undefined {
	const number = parsePhoneNumberFromString(dialled, country);
	const isMobile = number?.isValid() ?? false;
	if (country !== 'FR' || isMobile || !NATIONAL_FRENCH_MOBILE.test(dialled)) return number;
	return (
		OVERSEAS.map((code) => parsePhoneNumberFromString(dialled, code)).find((overseas) =>
			overseas?.isValid(),
		) ?? number
	);
}

/** Shorter ones with a country code are rather national numbers that lost their zero. */
const SHORTEST_GUESS = 11;

/** A number without plus or zeros: of the country, or of another with its code in front. */
function readUnmarked(dialled: string, country: CountryCode): PhoneNumber | undefined {
	const national = readNational(dialled, country);
	if (national?.isValid() || dialled.startsWith('0')) return national;
	const isNational = isUsable(national);
	if (isNational && dialled.length < SHORTEST_GUESS) return national;
	const international = parsePhoneNumberFromString(`+${dialled}`);
	// A typing error must not be read as a landline at the other end of the world.
	return international?.isValid() ? international : national;
}

/** Why the library does not take a number, in words that go on from it. */
function reasonFor(dialled: string, country: CountryCode): string {
	// The length of a national number is that without its trunk prefix.
	const digits = /^0[1-9]/.test(dialled) ? dialled.slice(1) : dialled;
	switch (validatePhoneNumberLength(digits, country)) {
		case 'TOO_SHORT':
			return 'is too short for a phone number';
		case 'TOO_LONG':
			return 'is too long for a phone number';
		case 'INVALID_COUNTRY':
			return 'has a country code that does not exist';
		default:
			return 'is not a phone number';
	}
}

function textOf(given: unknown): string | null {
	if (typeof given === 'string') return given;
	if (typeof given === 'number')
		return Number.isSafeInteger(given) && given >= 0 ? String(given) : null;
	return typeof given === 'bigint' && given >= 0n ? String(given) : null;
}

const asWritten = (given: unknown): string =>
	typeof given === 'object' ? (JSON.stringify(given) ?? '').slice(0, 100) : String(given);

/**
 * Reads one recipient as people, spreadsheets and databases write it.
 *
 * @param defaultCountry the country of numbers without a country code
 */
export function readPhoneNumber(given: unknown, defaultCountry: string): PhoneReading {
	const text = textOf(given);
	const refused = (reason: string): PhoneReading => ({
		ok: false,
		given: text?.trim() ?? asWritten(given),
		reason,
	});
	if (text === null) return refused('is not a phone number');
	const reading = readDialled(text);
	if (!reading.ok) return refused(reading.reason);
	const { dialled } = reading;
	const country = isCountryCode(defaultCountry) ? defaultCountry : 'FR';
	const french = country === 'FR' ? PLAIN_FRENCH_MOBILE.exec(dialled)?.[1] : undefined;
	if (french !== undefined) return { ok: true, digits: `33${french}` };

	const number = dialled.startsWith('+')
		? parsePhoneNumberFromString(dialled)
		: readUnmarked(dialled, country);
	if (isUsable(number)) return { ok: true, digits: number.number.slice(1) };
	return refused(reasonFor(dialled, country));
}
