/** How the network carries a text: one character outside the SMS alphabet turns all of it into UCS-2. */
export type Encoding = 'GSM-7' | 'UCS-2';

/** What a text costs. */
export interface TextMeasure {
	readonly encoding: Encoding;
	/** Parts that are sent and charged; 0 for an empty text. */
	readonly segments: number;
	/** Septets in GSM-7 (a character of the extension table takes two), UTF-16 units in UCS-2. */
	readonly units: number;
}

/** GSM 03.38, default alphabet without its escape. */
const BASIC =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
	'¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** GSM 03.38, extension table: an escape and a second septet. */
const EXTENSION = '\f^{}\\[~]|€';

/** Septets by UTF-16 unit; 0 for what is not in the alphabet, and behind the end for more of that. */
const SEPTETS = new Uint8Array(0x20ad);
for (const character of BASIC) SEPTETS[character.charCodeAt(0)] = 1;
for (const character of EXTENSION) SEPTETS[character.charCodeAt(0)] = 2;

/** A text in several parts loses room to the header that joins them. */
const ROOM = {
	'GSM-7': { single: 160, part: 153 },
	'UCS-2': { single: 70, part: 67 },
} as const;

/** Septets of a text; null where a character is not in the alphabet. */
function septetsOf(text: string): number | null {
	let septets = 0;
	for (let at = 0; at < text.length; at++) {
		const own = SEPTETS[text.charCodeAt(at)];
		if (!own) return null;
		septets += own;
	}
	return septets;
}

/** Sizes of the characters in the units of the encoding; what has one size is never split. */
const sizesOf = (text: string, encoding: Encoding): number[] =>
	Array.from(text, (character) =>
		encoding === 'GSM-7' ? (SEPTETS[character.charCodeAt(0)] ?? 0) : character.length,
	);

/**
 * Parts of a long text. Neither an escape and its second septet nor the two halves of an astral
 * character stand in different parts, so a part can stay one unit short.
 */
function countParts(sizes: readonly number[], room: number): number {
	let parts = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > room) {
			parts++;
			used = 0;
		}
		used += size;
	}
	return parts;
}

/** Measures the text of one SMS by the rules of GSM 03.38 and 03.40: 160/153 and 70/67. */
export function measureText(text: string): TextMeasure {
	const septets = septetsOf(text);
	const encoding = septets === null ? 'UCS-2' : 'GSM-7';
	const units = septets ?? text.length;
	const { single, part } = ROOM[encoding];
	if (units <= single) return { encoding, units, segments: units === 0 ? 0 : 1 };
	return { encoding, units, segments: countParts(sizesOf(text, encoding), part) };
}

/** Whether the SMS alphabet has all characters of a text. */
export const isGsm = (text: string): boolean => septetsOf(text) !== null;

/**
 * Replaces halves of astral characters (an emoji that was cut in two) by U+FFFD, as every UTF-8
 * writer does sooner or later: what is counted is then what is sent.
 */
export const toWellFormed = (text: string): string =>
	// Most texts have no such character: to look for one is faster than to look for halves.
	/[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
