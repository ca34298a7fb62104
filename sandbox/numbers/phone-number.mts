import { isRefused } from './endings.mts';
import { fromFrenchDialling, isFrench, isFrenchMobile } from './french-plan.mts';

/** What people put between digits. */
const SEPARATORS = /[\s.\-/()\p{Pd}]/gu;

/** With country code: Niue and Tokelau have seven digits, a French machine fifteen. */
const INTERNATIONAL = /^[1-9]\d{6,14}$/;

/** A link as phones write it: `tel:+33612345678;phone-context=…`. */
const LINK = /^(?:tel|sms):([^;?]*).*$/is;

/** The 0 that is dialled only at home: `+44 (0)7700 900123`. */
const HOME_ZERO = /^((?:\+|00)[^(]*)\(0\)/;

function bareOf(text: string): string {
	const plain = text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(LINK, '$1');
	return plain.replace(HOME_ZERO, '$1').replace(SEPARATORS, '');
}

/**
 * Reads a number as the provider does: `33612345678`, `0612345678`, `+33…` and `0033…`. Without a
 * 0 in front the country code is there: `687751234` is New Caledonia, not France.
 *
 * @returns digits with country code, the same for every spelling of one phone; null for no number
 */
export function readPhoneNumber(text: string): string | null {
	const bare = bareOf(text);
	if (/^0[1-9]/.test(bare)) return fromFrenchDialling(bare.slice(1));
	const digits = bare.replace(/^(?:\+|00)/, '');
	if (digits.startsWith('33')) return fromFrenchDialling(digits.slice(2).replace(/^0/, ''));
	return INTERNATIONAL.test(digits) ? digits : null;
}

/**
 * A number that can be texted, as digits with country code. French ones must be mobile.
 *
 * @returns null for what is invalid or not supported
 */
export function readMobileNumber(text: string): string | null {
	const digits = readPhoneNumber(text);
	if (digits === null || isRefused(digits)) return null;
	return isFrench(digits) && !isFrenchMobile(digits) ? null : digits;
}

/** A French landline, in national or international form: the only sender of voice messages. */
export const isFrenchLandline = (text: string): boolean =>
	/^(?:(?:\+|00)?33|0)[1-59]\d{8}$/.test(bareOf(text));
