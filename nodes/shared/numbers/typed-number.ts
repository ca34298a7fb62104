import {
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';

import { fail, read, type Problem, type Result } from '../problem';
import {
	canonical,
	dialsFrance,
	frenchNumber,
	machineNumber,
	MAINLAND_MOBILE,
	readDialled,
} from './dialling';

/** Why a text is no phone number. */
export interface NumberProblem extends Problem {
	/** The text as it stood. */
	readonly given: string;
}

/** Whether numbers can be read as numbers of this country (ISO code in capitals). */
export const isCountryCode = (code: string): code is CountryCode => isSupportedCountry(code);

const PLAIN_FRENCH_MOBILE = new RegExp(String.raw`^(?:\+33|33|0)?(${MAINLAND_MOBILE})$`);

/**
 * Mobile numbers as the French plan is dialled, also of ranges that came into use after the lists of
 * the library were written. 0700 is for machines, which have 14 digits.
 */
const FRENCH_MOBILE = /^(?:33|0)((?:6\d|7(?!00)\d)\d{7})$/;

/** What one reading of the digits gives: a number in use, or one that only has a possible length. */
interface Candidate {
	readonly number: string;
	readonly code: string;
	readonly inUse: boolean;
	/** In use, and no landline as far as is known. */
	readonly isMobile: boolean;
	readonly isLandline: boolean;
}

/** Geographic numbers of the French plan (01 to 05); other countries' landlines may get SMS. */
const isFrenchLandline = (number: string): boolean =>
	/^\+(?:33[1-5]|590590|594594|596596|26226[239])/.test(number);

function candidate(parsed: PhoneNumber | undefined): Candidate | null {
	if (!parsed?.isPossible()) return null;
	const inUse = parsed.isValid();
	// A zero that is no part of the number is a trunk prefix with too few digits behind it.
	if (!inUse && parsed.nationalNumber.startsWith('0')) return null;
	return {
		number: canonical(parsed.number),
		code: parsed.countryCallingCode,
		inUse,
		isMobile: inUse && parsed.getType() !== 'FIXED_LINE',
		isLandline: isFrenchLandline(canonical(parsed.number)),
	};
}

const inCountry = (dialled: string, country: CountryCode): Candidate | null =>
	candidate(parsePhoneNumberFromString(dialled, country));

const withCode = (dialled: string): Candidate | null =>
	dialled.startsWith('0') ? null : candidate(parsePhoneNumberFromString(`+${dialled}`));

/** In the French plan, where nine digits have their zero or lost it in a spreadsheet. */
function inFrenchPlan(dialled: string): Candidate | null {
	const [, digits] = /^0?([1-9]\d{8})$/.exec(dialled) ?? [];
	return digits === undefined ? null : candidate(parsePhoneNumberFromString(frenchNumber(digits)));
}

/**
 * A number without plus or double zero: of the country, of the French plan where that is dialled,
 * or of any country with its code in front. The first reading that is a mobile number wins, then
 * the first that is in use.
 */
function readUnmarked(dialled: string, country: CountryCode): Candidate | null {
	const national = inCountry(dialled, country);
	const international = withCode(dialled);
	const own = international?.code === getCountryCallingCode(country) ? international : null;
	const plan = dialsFrance(country) ? inFrenchPlan(dialled) : null;
	const readings = dialsFrance(country)
		? [own, plan, national, international]
		: [national, international];
	return (
		readings.find((each) => each?.isMobile) ??
		readings.find((each) => each?.inUse) ??
		own ??
		plan ??
		national
	);
}

/** Why digits are no number at all, in words that go on from them. */
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

const CORRECT = 'Correct the number; a foreign one needs its country code.';

type Found = { readonly number: string } | { readonly reason: string; readonly remedy?: string };

/**
 * A plus says that the country code is there: it is believed even of a number that no list of ranges
 * has, but for a national number that got a plus, which would reach a stranger.
 */
function findMarked(dialled: string, country: CountryCode): Found {
	const marked = candidate(parsePhoneNumberFromString(dialled));
	if (marked === null) return { reason: reasonFor(dialled, country) };
	if (marked.inUse) return marked;
	const national = readUnmarked(dialled.slice(1), country);
	if (!national?.inUse) return marked;
	return {
		reason: 'has a plus in front, but no country code that fits',
		remedy: `Write ${national.number} if that is meant.`,
	};
}

/**
 * What has no country code for certain must be in use: a guess may reach a stranger. Whoever dials
 * 06 or 07 in the French plan means a mobile number of it, and nothing is guessed.
 */
function findUnmarked(dialled: string, country: CountryCode): Found {
	const guess = readUnmarked(dialled, country);
	const mobile = dialsFrance(country) ? FRENCH_MOBILE.exec(dialled)?.[1] : undefined;
	if (!guess?.inUse && mobile !== undefined) return { number: frenchNumber(mobile) };
	if (guess === null) return { reason: reasonFor(dialled, country) };
	if (!guess.inUse) {
		return {
			reason: 'is not a number in use',
			remedy: `Correct the number; write ${guess.number} if it is right all the same.`,
		};
	}
	if (!guess.isLandline) return guess;
	return {
		reason: 'is a landline number, which gets no SMS',
		remedy: `Use a mobile number; write ${guess.number} to try all the same.`,
	};
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
 * Reads one number as people, spreadsheets and databases write it; a number of this package's
 * output is read as itself, whatever the default country.
 *
 * @param defaultCountry the country of numbers without a country code
 * @returns E.164 with its plus, `+33612345678`
 */
export function readTypedNumber(
	given: unknown,
	defaultCountry: string,
): Result<string, NumberProblem> {
	const text = textOf(given);
	const plain = text === null ? undefined : PLAIN_FRENCH_MOBILE.exec(text)?.[1];
	if (text !== null && plain !== undefined && defaultCountry === 'FR') {
		return read(text.startsWith('+') ? text : `+33${plain}`);
	}
	const refused = (reason: string, remedy = CORRECT) => {
		const written = text?.trim() ?? asWritten(given);
		const what = `"${written}" ${reason}`;
		return fail({ what, remedy, kind: `the number ${reason}`, given: written });
	};
	if (text === null) return refused('is not a phone number');
	const reading = readDialled(text);
	if (!reading.ok) return refused(reading.problem.what);
	const dialled = reading.value;
	const country = isCountryCode(defaultCountry) ? defaultCountry : 'FR';
	const french = country === 'FR' ? PLAIN_FRENCH_MOBILE.exec(dialled)?.[1] : undefined;
	if (french !== undefined) return read(`+33${french}`);
	const isMarked = dialled.startsWith('+');
	const machine = isMarked || dialsFrance(country) ? machineNumber(dialled) : null;
	if (machine !== null) return read(machine);
	const found = isMarked ? findMarked(dialled, country) : findUnmarked(dialled, country);
	return 'number' in found ? read(found.number) : refused(found.reason, found.remedy);
}
