import { read, refuse, type Result } from '../problem';
import { inWords } from './wording';
import { isBlank } from '../values';

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
