import { isRefused } from './endings.mts';

/** What people put between digits. */
const SEPARATORS = /[\s.\-/()\u00a0\u202f\u2011-\u2015]/g;

const FRENCH_NATIONAL = /^0[1-9]\d{8}$/;
const INTERNATIONAL = /^[1-9]\d{7,14}$/;

/** Reads a number as the provider does: `33612345678`, `0612345678`, `+33…` and `0033…`. */
function digitsOf(text: string): string | null {
	const bare = text.trim().replace(SEPARATORS, '');
	if (FRENCH_NATIONAL.test(bare)) return `33${bare.slice(1)}`;
	const digits = bare.replace(/^(?:\+|00)/, '').replace(/^330(?=[1-9]\d{8}$)/, '33');
	return INTERNATIONAL.test(digits) ? digits : null;
}

const isFrenchMobile = (digits: string): boolean => /^33[67]\d{8}$/.test(digits);

/**
 * A number that can be texted, as digits with country code. France knows only mobile numbers.
 *
 * @returns null for what is invalid or not supported
 */
export function readMobileNumber(text: string): string | null {
	const digits = digitsOf(text);
	if (digits === null || isRefused(digits)) return null;
	return digits.startsWith('33') && !isFrenchMobile(digits) ? null : digits;
}

/** Any number, as digits with country code; null for what is none. */
export const readPhoneNumber = digitsOf;

/** A French landline, in national or international form: the only sender of voice messages. */
export const isFrenchLandline = (text: string): boolean =>
	/^33[1-59]\d{8}$/.test(digitsOf(text) ?? '');
