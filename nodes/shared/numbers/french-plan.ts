import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { readDialled } from './dialled';
import { read, refuse, type Result } from '../problem';

/** Everywhere the French numbering plan is dialled: France, and what is overseas. */
const COUNTRIES = ['FR', 'GP', 'RE', 'MQ', 'GF', 'YT', 'PM', 'MF', 'BL', 'NC', 'PF', 'WF'];

/** Whether people of this country dial the mainland like their neighbours: `06 12 34 56 78`. */
export const dialsFrance = (country: string): boolean => COUNTRIES.includes(country);

/**
 * Ranges of the plan that belong to a country code of their own (ARCEP, national numbering plan):
 * Guadeloupe with Saint-Martin and Saint-Barthélemy, Réunion with Mayotte, Guyane, Martinique.
 */
const OVERSEAS: Readonly<Record<string, string>> = {
	'262': '262',
	'263': '262',
	'269': '262',
	'590': '590',
	'594': '594',
	'596': '596',
	'639': '262',
	'690': '590',
	'691': '590',
	'692': '262',
	'693': '262',
	'694': '594',
	'696': '596',
	'697': '596',
};

/** Codes that are tried for a range that is not listed: new ones come into use. */
const CODES = ['590', '262', '596', '594', '508'];

/** Saint-Pierre-et-Miquelon has six digits behind its code, and is dialled 0508 from France. */
const SAINT_PIERRE = /^508([45]\d{5})$/;

/** Numbers of machines have 14 digits with their zero (ARCEP: 0700). */
const MACHINE = /^(?:\+33|33|0)?(700\d{10})$/;

/** Most recipients of most campaigns: mobile numbers of the mainland that can be nothing else. */
const MAINLAND_MOBILE = /^(?:6[0-24-8]|7[4-8])\d{7}$/;

const isValid = (number: string): boolean => parsePhoneNumberFromString(number)?.isValid() ?? false;

/**
 * The one E.164 form of a number of the French plan, wherever it is dialled from: overseas numbers
 * have a country code of their own, whether they are written with it, with that of France or with
 * a zero.
 *
 * @param digits the nine digits behind the zero, or behind +33
 */
export function frenchNumber(digits: string): string {
	if (MAINLAND_MOBILE.test(digits)) return `+33${digits}`;
	const [, saintPierre] = SAINT_PIERRE.exec(digits) ?? [];
	if (saintPierre !== undefined) return `+508${saintPierre}`;
	const code = OVERSEAS[digits.slice(0, 3)];
	if (code !== undefined) return `+${code}${digits}`;
	if (isValid(`+33${digits}`)) return `+33${digits}`;
	const overseas = CODES.find((each) => isValid(`+${each}${digits}`));
	return `+${overseas ?? '33'}${digits}`;
}

/** The E.164 form of a French number of a machine, as dialled; null for any other. */
export function machineNumber(dialled: string): string | null {
	const [, digits] = MACHINE.exec(dialled) ?? [];
	return digits === undefined ? null : `+33${digits}`;
}

/** A number with country code in its one form; see {@link frenchNumber}. */
export function canonical(number: string): string {
	const [, digits] = /^\+33(\d{9})$/.exec(number) ?? [];
	return digits === undefined ? number : frenchNumber(digits);
}

/** The same of what numbers begin with: `+33692` is Réunion, and its numbers are `+262692…`. */
export function canonicalStart(start: string): string {
	const [, digits] = /^\+33(\d{3,8})$/.exec(start) ?? [];
	const code = digits === undefined ? undefined : OVERSEAS[digits.slice(0, 3)];
	return code === undefined ? start : `+${code}${digits}`;
}

/** REST takes 01 to 05 and 09 as senders of voice messages (docs/provider.md, Voice messages). */
const FRENCH_LANDLINE = /^(?:\+33|33|0)?([1-59]\d{8})$/;

/**
 * Reads the number that a voice message comes from.
 *
 * @param parameter its name as the user sees it
 * @returns the national form, `0123456789`
 */
export function readLandline(given: string, parameter: string): Result<string> {
	const dialled = readDialled(given);
	const [, national] = dialled.ok ? (FRENCH_LANDLINE.exec(dialled.value) ?? []) : [];
	if (national !== undefined) return read(`0${national}`);
	return refuse(
		parameter,
		`"${given.slice(0, 40)}" is not a French landline number`,
		'Enter a number that begins with 01 to 05 or 09, such as 01 23 45 67 89: AllMySMS refuses mobile numbers as senders of voice messages.',
	);
}
