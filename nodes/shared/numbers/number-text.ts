/** Digits as dialled, with a plus where the number has its country code for certain. */
export type Dialled = string;

/** Signs that people write between digits; brackets, dashes of all lengths and spaces included. */
const BETWEEN_DIGITS = /[\s\p{Z}\p{Pd}.·•/()[\]_]/gu;
/** What a spreadsheet makes of a long number in a narrow column: 3.3612345678E+10. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i;
/** The decimals that a whole number got on its way through a program: 33612345678.0. */
const WHOLE_DECIMAL = /^(\+?\d{7,})\.0+$/;

/** No spelling of a number is longer. */
const MAX_LENGTH = 100;

/** Full-width and superscript digits, compatibility spaces, and what is not seen at all. */
const plain = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Mn}]/gu, '')
		.trim()
		// Spreadsheets mark text by an apostrophe, tables by quotes, links by their scheme.
		.replace(/^(?:["'’]+|tel:)|["'’]+$/gi, '')
		.trim();

/** The digits of scientific notation, where none was rounded away. */
function fromScientific(text: string): string | null {
	const [, first = '', decimals = '', exponent = ''] = SCIENTIFIC.exec(text) ?? [];
	return decimals.length === Number(exponent) ? first + decimals : null;
}

/** Reads what people and spreadsheets write for a number, or says why it is none. */
export function readDialled(
	given: string,
):
	| { readonly ok: true; readonly dialled: Dialled }
	| { readonly ok: false; readonly reason: string } {
	if (given.length > MAX_LENGTH) return { ok: false, reason: 'is not a phone number' };
	const text = plain(given);
	if (SCIENTIFIC.test(text)) {
		const dialled = fromScientific(text);
		if (dialled !== null) return { ok: true, dialled };
		return { ok: false, reason: 'was shortened by a spreadsheet; format its column as text' };
	}
	const packed = text
		.replace(WHOLE_DECIMAL, '$1')
		.replace(BETWEEN_DIGITS, '')
		// Arabic-Indic digits stand in two blocks that begin at a multiple of 16.
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/^00/, '+');
	if (/^\+?\d+$/.test(packed)) return { ok: true, dialled: packed };
	return { ok: false, reason: 'is not a phone number' };
}
