import { isoText } from '../dates/instant';
import { read, refuse, type Result } from '../problem';
import { inWords, isBlank } from '../values';
import { toWellFormed } from './characters';

/** Names of the fields of an object that are told; more would hide the advice. */
const NAMED_FIELDS = 5;

function fieldsOf(value: object): string {
	const names = Object.keys(value).map((name) => name.slice(0, 40));
	if (names.length === 0) return '';
	const more = names.length > NAMED_FIELDS ? ', …' : '';
	return ` It has ${names.slice(0, NAMED_FIELDS).join(', ')}${more}.`;
}

/** What JavaScript writes into a text for what is none; no author means these words. */
const SPOILT: ReadonlyArray<readonly [sign: RegExp, reason: string, remedy: string]> = [
	[
		/\[object [A-Z]\w*\]/,
		'contains an object where a text is needed',
		'Let the expression name one field of it, for example {{ $json.order.id }}.',
	],
	[
		/\bInvalid DateTime\b|^Invalid Date$/,
		'contains a date that could not be read ("Invalid DateTime")',
		"Check the date that the expression works on; {{ DateTime.fromFormat($json.date, 'dd/MM/yyyy').toFormat('dd LLL') }} reads dates such as 25/12/2026.",
	],
];

/** Refuses a text that an expression spoilt with what is no text. */
export function checkSpoilt(text: string, parameter: string): Result<string> {
	for (const [sign, reason, remedy] of SPOILT) {
		if (sign.test(text)) return refuse(parameter, reason, remedy);
	}
	return read(text);
}

function refuseObject(value: object, parameter: string): Result<never> {
	if (Array.isArray(value)) {
		return refuse(
			parameter,
			'is a list, where one text is needed',
			"Name one of its members, for example {{ $json.tags[0] }}, or join them: {{ $json.tags.join(', ') }}.",
		);
	}
	return refuse(
		parameter,
		'is an object, where a text is needed',
		`Let the expression name one of its fields, for example {{ $json.order.id }}.${fieldsOf(value)}`,
	);
}

/**
 * Reads a text as it stands: nothing is '', a number is its digits, a date its ISO text. What is no
 * text is refused: an object would be the text "[object Object]" for all, and a condition that
 * does not hold the text "false".
 *
 * @param raw what n8n gives
 * @param parameter the name that the user sees
 * @param example a text that could stand there, for the advice
 */
export function readTextAsGiven(raw: unknown, parameter: string, example = 'text'): Result<string> {
	switch (typeof raw) {
		case 'undefined':
			return read('');
		case 'string':
			return checkSpoilt(toWellFormed(raw), parameter);
		case 'bigint':
			return read(String(raw));
		case 'number':
			if (Number.isFinite(raw)) return read(String(raw));
			return refuse(
				parameter,
				`is ${raw}, which is no number`,
				'Check the fields that the expression calculates with: one of them is missing or not a number.',
			);
		case 'boolean':
			return refuse(
				parameter,
				`is ${raw}, where a text is needed`,
				`Let the expression give a text in each case: {{ $json.promo ? '${example}' : '' }} instead of {{ $json.promo && '${example}' }}.`,
			);
		case 'object': {
			if (raw === null) return read('');
			const iso = isoText(raw);
			if (iso === undefined) return refuseObject(raw, parameter);
			return iso === null ? checkSpoilt('Invalid DateTime', parameter) : read(iso);
		}
		default:
			return refuse(
				parameter,
				`is a ${typeof raw}, where a text is needed`,
				'Let the expression give a text.',
			);
	}
}

/** Reads a text without the space around it; null where there is none. See {@link readTextAsGiven}. */
export function readText(raw: unknown, parameter: string, example?: string): Result<string | null> {
	const text = readTextAsGiven(raw, parameter, example);
	if (!text.ok) return text;
	const trimmed = text.value.trim();
	return read(trimmed === '' ? null : trimmed);
}

const ON = /^(?:true|1|yes|on)$/i;
const OFF = /^(?:false|0|no|off)$/i;

/** A list of one word is no word, and an object none at all. */
const wordOf = (raw: unknown): string => (typeof raw === 'object' ? '' : String(raw ?? '').trim());

/** Whether a switch is on, where the wrong guess does no harm. */
export const isSwitchedOn = (raw: unknown): boolean => ON.test(wordOf(raw));

/**
 * Reads a switch; an expression may give the word instead of the value. A word that is neither on nor
 * off is refused: taking it for off could send what was only to be counted.
 *
 * @param raw what n8n gives; empty means the fallback
 * @param parameter the name that the user sees
 */
export function readSwitch(raw: unknown, parameter: string, fallback: boolean): Result<boolean> {
	const word = wordOf(raw);
	if (word === '' && (typeof raw !== 'object' || raw === null)) return read(fallback);
	if (ON.test(word)) return read(true);
	if (OFF.test(word)) return read(false);
	return refuse(parameter, `is ${inWords(raw)}`, 'Use true or false.');
}

/**
 * Reads a choice, whatever its case; empty means the first one.
 *
 * @param parameter the name that the user sees
 */
export function readChoice<T extends string>(
	raw: unknown,
	parameter: string,
	choices: readonly [T, ...T[]],
): Result<T> {
	const word = wordOf(raw).toLowerCase();
	if (word === '' && (typeof raw !== 'object' || raw === null)) return read(choices[0]);
	const found = choices.find((choice) => choice === word);
	if (found !== undefined) return read(found);
	return refuse(parameter, `is ${inWords(raw)}`, `Use one of: ${choices.join(', ')}.`);
}

/** A whole number as people and programs write it; null for anything else. */
export function wholeNumberOf(raw: unknown): number | null {
	const isNumeric = typeof raw === 'string' && /^\s*[+-]?\d+\s*$/.test(raw);
	const number =
		typeof raw === 'number' || typeof raw === 'bigint' || isNumeric ? Number(raw) : NaN;
	return Number.isSafeInteger(number) ? number : null;
}

/**
 * Reads a whole number; empty means the fallback. `true` is not 1, and a list not its only member.
 *
 * @param parameter the name that the user sees
 */
export function readWholeNumber(
	raw: unknown,
	parameter: string,
	fallback: number,
	range: { readonly from: number; readonly to: number },
): Result<number> {
	const value = isBlank(raw) ? fallback : wholeNumberOf(raw);
	if (value !== null && value >= range.from && value <= range.to) return read(value);
	return refuse(
		parameter,
		`is ${inWords(raw)}`,
		range.to === Infinity
			? `Enter a whole number from ${range.from}.`
			: `Enter a whole number from ${range.from} to ${range.to}.`,
	);
}
