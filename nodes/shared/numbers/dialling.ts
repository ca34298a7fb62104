import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { fail, read, type Result } from '../problem';
import { isBlank } from '../values';

/** Signs that people write between digits; brackets, dashes of all lengths and spaces included. */
const BETWEEN_DIGITS = /[\s\p{Z}\p{Pd}.·•/()[\]_]/gu;
/** What a spreadsheet makes of a long number in a narrow column: 3.3612345678E+10, 3,36E+10. */
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;
/** The decimals that a whole number got on its way through a program or a French spreadsheet. */
const WHOLE_DECIMAL = /^(\+?\d{7,})[.,]0+$/;
/** What links to a phone begin with. */
const SCHEME = /^(?:tel|sms|smsto|mms|callto):(?:\/\/)?/i;
/** The country of a local number in a link, where it is written as a code. */
const CONTEXT = /;phone-context=(\+\d{1,6})?[^;?]*/i;
const AFTER_NUMBER = /[;?:].*$/s;

/** No spelling of a number is longer. */
const MAX_LENGTH = 100;

/** Full-width and superscript digits, compatibility spaces, and what is not seen at all. */
const plain = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Mn}]/gu, '')
		.trim()
		// Spreadsheets mark text by an apostrophe, tables by quotes.
		.replace(/^["'’]+|["'’]+$/g, '')
		.trim();

/** The number of a link, `tel:+33612345678;phone-context=fr`; other text as it stands. */
function fromLink(text: string): string {
	if (!SCHEME.test(text)) return text;
	const link = text.replace(SCHEME, '');
	const [, code] = CONTEXT.exec(link) ?? [];
	const number = link.replace(AFTER_NUMBER, '').trim();
	// A local number belongs to the country of its context.
	return code === undefined || number.startsWith('+') ? number : code + number.replace(/^0/, '');
}

/** The digits of scientific notation, where none was rounded away. */
function fromScientific(text: string): string | null {
	const [, first = '', decimals = '', exponent = ''] = SCIENTIFIC.exec(text) ?? [];
	return decimals.length === Number(exponent) ? first + decimals : null;
}

const refused = (reason: string) => fail({ what: reason, remedy: '' });

/**
 * Reads what people and spreadsheets write for a number.
 *
 * @returns digits as dialled, with a plus where the number has its country code for certain; the
 *   problem goes on from the number as given
 */
export function readDialled(given: string): Result<string> {
	const trimmed = given.trim();
	// A link to a text may have it behind the number.
	const link = SCHEME.test(trimmed) ? trimmed.slice(0, MAX_LENGTH) : trimmed;
	if (link.length > MAX_LENGTH) return refused('is not a phone number');
	const text = fromLink(plain(link));
	if (SCIENTIFIC.test(text)) {
		const dialled = fromScientific(text);
		if (dialled !== null) return read(dialled);
		return refused('was shortened by a spreadsheet; format its column as text');
	}
	const packed = text
		.replace(WHOLE_DECIMAL, '$1')
		.replace(BETWEEN_DIGITS, '')
		// Arabic-Indic digits stand in two blocks that begin at a multiple of 16.
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/^00/, '+');
	if (/^\+?\d+$/.test(packed)) return read(packed);
	return refused('is not a phone number');
}

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

const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** The commas in `33612345678,00` and `3,36E+10`, as a French spreadsheet writes one number. */
const WITHIN_DECIMAL = String.raw`(?!(?<=\d{7},)0+["'’\s]*(?:[,;]|$))`;
const WITHIN_SCIENTIFIC = String.raw`(?!(?<=(?:^|\D)\d,)\d+e\+?\d)`;
/** The semicolon in `tel:+33612345678;phone-context=fr`. */
const WITHIN_LINK = '(?!(?:phone-context|ext|isub|cpc)=)';

const BETWEEN_NUMBERS = new RegExp(`,${WITHIN_DECIMAL}${WITHIN_SCIENTIFIC}|;${WITHIN_LINK}`, 'i');

/** The text that a link carries to the end of its line: `sms:+33612345678?body=Yes, please`. */
const LINK_TEXT = /^(\s*smsto:[^:,;]*):.*|((?:tel|sms|smsto|mms):[^?]*)\?.*/i;

const withoutText = (line: string): string =>
	line.includes(':') ? line.replace(LINK_TEXT, (_, smsto, link) => smsto ?? link) : line;

const numbersIn = (text: string): string[] =>
	text.split(LINE_BREAK).flatMap((line) => withoutText(line).split(BETWEEN_NUMBERS));

/** What most items of most campaigns have. */
const ONE_NUMBER = /^\+?\d+$/;

/**
 * Cuts the parameter `to` into single numbers: text at commas, semicolons and line breaks, arrays
 * into their members. Blank members are left out.
 */
export function splitRecipients(raw: unknown): unknown[] {
	if (typeof raw === 'string' && ONE_NUMBER.test(raw)) return [raw];
	const list = typeof raw === 'string' ? (listIn(raw) ?? [raw]) : [raw];
	// Expressions give lists of lists where they gather fields of several items.
	const members: unknown[] = list.flat(10);
	return members
		.flatMap((member) => (typeof member === 'string' ? numbersIn(member) : [member]))
		.filter((member) => !isBlank(member))
		.map((member) => (typeof member === 'string' ? member.trim() : member));
}

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

/**
 * The source of a pattern for mobile numbers of the mainland that can be nothing else, as most
 * recipients of most campaigns are: the digits behind the zero, or behind +33.
 */
export const MAINLAND_MOBILE = String.raw`(?:6[0-24-8]|7[4-8])\d{7}`;

const IS_MAINLAND_MOBILE = new RegExp(`^${MAINLAND_MOBILE}$`);

const isValid = (number: string): boolean => parsePhoneNumberFromString(number)?.isValid() ?? false;

/**
 * The one E.164 form of a number of the French plan, wherever it is dialled from: overseas numbers
 * have a country code of their own, whether they are written with it, with that of France or with
 * a zero.
 *
 * @param digits the nine digits behind the zero, or behind +33
 */
export function frenchNumber(digits: string): string {
	if (IS_MAINLAND_MOBILE.test(digits)) return `+33${digits}`;
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
