import { isBlank } from '../values';

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
