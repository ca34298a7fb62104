/** How each API writes the marker of the n-th parameter. */
const MARKERS = {
	v9: /#param_([1-9]\d{0,3})#/g,
	rest: /#param([1-9]\d{0,3})#/g,
} as const;

/** Which of the two APIs a text came through. */
export type Api = keyof typeof MARKERS;

/** Values by the number of their marker, counted from 1. */
export type ParameterValues = ReadonlyMap<number, string>;

/**
 * Puts the values of one recipient into the text, in a single pass: a value that looks like a
 * marker stays as it is. A marker without a value stays too.
 */
export function personalise(text: string, values: ParameterValues, api: Api): string {
	if (values.size === 0) return text;
	return text.replace(MARKERS[api], (marker, digits) => values.get(Number(digits)) ?? marker);
}
