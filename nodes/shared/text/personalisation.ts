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
const marker = (number: number): string => `#param_${number}#`;

/** The same template as REST reads it. To be used on templates only, never on plain text. */
export const withRestMarkers = (template: string): string =>
	template.replace(MARKER, (_, number: string) => `#param${number}#`);

/**
 * Whether a text holds anything that a replacement of markers could take for one, be it after
 * other replacements or together with the `#` of a marker beside it.
 */
export const resemblesMarker = (text: string): boolean => /param_?\p{Nd}/iu.test(text);

/**
 * A piece of a message: what every recipient gets, or what an expression gave for this one, and the
 * code between its `{{ }}`, as the user wrote it. A code that gave nothing has the value ''.
 */
export type TextPart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'value'; readonly value: string; readonly code?: string };

/** A message as a template, where that gives the text for certain. */
export type Personalisation =
	| { readonly exact: true; readonly message: string; readonly values: readonly string[] }
	| { readonly exact: false };

/** A piece of the final text, and whether it is to be a value of the template. */
interface Piece {
	readonly text: string;
	readonly isValue: boolean;
}

const written = (part: TextPart): string => (part.kind === 'text' ? part.text : part.value);

function joined(parts: readonly TextPart[]): string {
	let text = '';
	for (const part of parts) text += written(part);
	return text;
}

/** A text cut at the user's markers. */
function cutAtMarkers(text: string, userValues: readonly string[]): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { number, start, end } of findMarkers(text)) {
		const value = userValues[number - 1];
		if (value === undefined) continue;
		pieces.push({ text: text.slice(from, start), isValue: false }, { text: value, isValue: true });
		from = end;
	}
	return [...pieces, { text: text.slice(from), isValue: false }];
}

function concat(pieces: readonly Piece[]): string {
	let text = '';
	for (const piece of pieces) text += piece.text;
	return text;
}

/** The text that a phone is to show: markers replaced once, values never searched for markers. */
export function fullText(parts: readonly TextPart[], userValues: readonly string[]): string {
	const text = joined(parts);
	return userValues.length === 0 ? text : concat(cutAtMarkers(text, userValues));
}

/** What the provider may cut off at the ends of a value. */
const MAY_BE_TRIMMED = /[\s\p{Cc}]/u;

/** Signs that stand for something else in the replacement strings of many languages. */
const REPLACEMENT_SIGNS = /\$[$&`'<{\d]|\\[\d\\]/;

/** An empty value or "0" may count as missing: such a value is written into the template instead. */
const mayCountAsMissing = (value: string): boolean => value === '' || value === '0';

/** Where a value begins and ends without what may be cut off. */
function coreOf(text: string): [start: number, end: number] {
	let start = 0;
	let end = text.length;
	while (start < end && MAY_BE_TRIMMED.test(text.charAt(start))) start++;
	while (end > start && MAY_BE_TRIMMED.test(text.charAt(end - 1))) end--;
	return [start, end];
}

/** Adds a value with its edges moved into the fixed text around it. */
function addSecured(text: string, pieces: Piece[]): void {
	const [start, end] = coreOf(text);
	const core = text.slice(start, end);
	if (mayCountAsMissing(core)) {
		pieces.push({ text, isValue: false });
		return;
	}
	if (start > 0) pieces.push({ text: text.slice(0, start), isValue: false });
	pieces.push({ text: core, isValue: true });
	if (end < text.length) pieces.push({ text: text.slice(end), isValue: false });
}

function piecesOf(parts: readonly TextPart[], userValues: readonly string[]): Piece[] {
	const pieces: Piece[] = [];
	for (const part of parts) {
		// A value with markers of the user is a template of its own, and mostly the same for all.
		if (part.kind === 'value' && findMarkers(part.value).length === 0) {
			addSecured(part.value, pieces);
		} else {
			for (const piece of cutAtMarkers(written(part), userValues)) {
				if (piece.isValue) addSecured(piece.text, pieces);
				else pieces.push(piece);
			}
		}
	}
	return pieces;
}

/** The same as {@link personalise} for a message without markers of the user, as most are. */
function personaliseValues(parts: readonly TextPart[]): Personalisation {
	if (resemblesMarker(joined(parts))) return { exact: false };
	const values: string[] = [];
	let message = '';
	for (const part of parts) {
		if (part.kind === 'text') {
			message += part.text;
			continue;
		}
		const [start, end] = coreOf(part.value);
		const core = part.value.slice(start, end);
		if (mayCountAsMissing(core)) {
			message += part.value;
		} else {
			if (REPLACEMENT_SIGNS.test(core)) return { exact: false };
			message += part.value.slice(0, start) + marker(values.push(core)) + part.value.slice(end);
		}
	}
	// A list that grew has room for many more, which a large run would keep for each of its SMS.
	return { exact: true, message, values: values.slice() };
}

/**
 * Turns a message into a template and values, such that replacing the markers gives exactly the
 * text: in one pass or value after value, in any order, in any case, with values trimmed or not.
 * Where the text itself could be taken for a marker or a value for a replacement sign, nothing is
 * certain, and the message must leave as it is.
 *
 * Markers are numbered from 1 as they stand in the text, and none stands twice: whether the provider
 * counts markers or values makes no difference then.
 *
 * @param userValues values for the markers that the user wrote, `userValues[0]` for `#param_1#`
 */
export function personalise(
	parts: readonly TextPart[],
	userValues: readonly string[],
): Personalisation {
	if (userValues.length === 0) return personaliseValues(parts);
	const pieces = piecesOf(parts, userValues);
	const text = concat(pieces);
	// Markers that only appear where two parts meet were not seen as such above.
	if (text !== fullText(parts, userValues) || resemblesMarker(text)) return { exact: false };
	if (pieces.some((piece) => piece.isValue && REPLACEMENT_SIGNS.test(piece.text))) {
		return { exact: false };
	}
	const values: string[] = [];
	let message = '';
	for (const { text: own, isValue } of pieces) {
		message += isValue ? marker(values.push(own)) : own;
	}
	return { exact: true, message, values };
}
