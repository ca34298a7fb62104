import { read, refuse, type Result } from '../problem';
import { inWords } from './read-text';
import { isBlank } from '../values';

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
