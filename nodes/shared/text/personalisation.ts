import { findMarkers, marker, resemblesMarker } from './markers';

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

/** A piece of the final text and, where it can be a value of the template, whose. */
interface Piece {
	readonly text: string;
	/** A number of the user's values, `own` for the value of an expression, null for fixed text. */
	readonly slot: number | 'own' | null;
}

const written = (part: TextPart): string => (part.kind === 'text' ? part.text : part.value);

const joined = (parts: readonly TextPart[]): string => parts.map(written).join('');

/** A text cut at the user's markers. */
function cutAtMarkers(text: string, userValues: readonly string[]): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { number, start, end } of findMarkers(text)) {
		const value = userValues[number - 1];
		if (value === undefined) continue;
		pieces.push({ text: text.slice(from, start), slot: null }, { text: value, slot: number });
		from = end;
	}
	return [...pieces, { text: text.slice(from), slot: null }];
}

const concat = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

/** The text that a phone is to show: markers replaced once, values never searched for markers. */
export function fullText(parts: readonly TextPart[], userValues: readonly string[]): string {
	return concat(cutAtMarkers(joined(parts), userValues));
}

function piecesOf(parts: readonly TextPart[], userValues: readonly string[]): Piece[] {
	return parts.flatMap((part): Piece[] => {
		// A value with markers of the user is a template of its own, and mostly the same for all.
		if (part.kind === 'value' && findMarkers(part.value).length === 0) {
			return [{ text: part.value, slot: 'own' }];
		}
		return cutAtMarkers(written(part), userValues);
	});
}

/** What the provider may cut off at the ends of a value. */
const MAY_BE_TRIMMED = /[\s\p{Cc}]/u;

/** Signs that stand for something else in the replacement strings of many languages. */
const REPLACEMENT_SIGNS = /\$[$&`'<{\d]|\\[\d\\]/;

/** An empty value or "0" may count as missing: such a value is written into the template instead. */
const mayCountAsMissing = (value: string): boolean => value === '' || value === '0';

/** A value with its edges moved into the fixed text around it. */
function secured(piece: Piece): Piece[] {
	const { text, slot } = piece;
	if (slot === null) return [piece];
	let start = 0;
	let end = text.length;
	while (start < end && MAY_BE_TRIMMED.test(text.charAt(start))) start++;
	while (end > start && MAY_BE_TRIMMED.test(text.charAt(end - 1))) end--;
	const core = text.slice(start, end);
	if (mayCountAsMissing(core)) return [{ text, slot: null }];
	return [
		{ text: text.slice(0, start), slot: null },
		{ text: core, slot },
		{ text: text.slice(end), slot: null },
	];
}

/** Numbers for the values: the user's first, in their own order, then those of the expressions. */
function numbering(pieces: readonly Piece[]): Map<Piece, number> {
	const userSlots = pieces.flatMap(({ slot }) => (typeof slot === 'number' ? [slot] : []));
	const userNumbers = new Map(
		[...new Set(userSlots)].sort((a, b) => a - b).map((slot, index) => [slot, index + 1]),
	);
	let next = userNumbers.size;
	const numbers = new Map<Piece, number>();
	for (const piece of pieces) {
		if (piece.slot === null) continue;
		const number = piece.slot === 'own' ? ++next : userNumbers.get(piece.slot);
		if (number !== undefined) numbers.set(piece, number);
	}
	return numbers;
}

/**
 * Turns a message into a template and values, such that replacing the markers gives exactly the
 * text: in one pass or value after value, in any order, in any case, with values trimmed or not.
 * Where the text itself could be taken for a marker or a value for a replacement sign, nothing is
 * certain, and the message must leave as it is.
 *
 * @param userValues values for the markers that the user wrote, `userValues[0]` for `#param_1#`
 */
export function personalise(
	parts: readonly TextPart[],
	userValues: readonly string[],
): Personalisation {
	const pieces = piecesOf(parts, userValues).flatMap(secured);
	const text = concat(pieces);
	// Markers that only appear where two parts meet were not seen as such above.
	if (text !== fullText(parts, userValues) || resemblesMarker(text)) return { exact: false };
	if (pieces.some((piece) => piece.slot !== null && REPLACEMENT_SIGNS.test(piece.text))) {
		return { exact: false };
	}
	const numbers = numbering(pieces);
	const values: string[] = [];
	let message = '';
	for (const piece of pieces) {
		const number = numbers.get(piece);
		if (number !== undefined) values[number - 1] = piece.text;
		message += number === undefined ? piece.text : marker(number);
	}
	return { exact: true, message, values };
}
