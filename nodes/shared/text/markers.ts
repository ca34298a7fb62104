/**
 * A place in a text that a value is put into. The HTTP API v9.0 writes `#param_1#`, REST `#param1#`;
 * users may write either, in any case.
 */
export interface Marker {
	/** From 1. */
	readonly number: number;
	/** Where the marker begins and where it is over, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
}

const MARKER = /#param_?([1-9]\d{0,5})#/gi;

/** The markers of a text, in order. */
export function findMarkers(text: string): Marker[] {
	if (!text.includes('#')) return [];
	return [...text.matchAll(MARKER)].map((match) => ({
		number: Number(match[1]),
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** The marker as the HTTP API v9.0 reads it. */
export const marker = (number: number): string => `#param_${number}#`;

/** The same template as REST reads it. To be used on templates only, never on plain text. */
export const withRestMarkers = (template: string): string =>
	template.replace(MARKER, (_, number: string) => `#param${number}#`);

/**
 * Whether a text holds anything that a replacement of markers could take for one, be it after
 * other replacements or together with the `#` of a marker beside it.
 */
export const resemblesMarker = (text: string): boolean => /param_?\p{Nd}/iu.test(text);
