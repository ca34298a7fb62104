import { EMOJI } from './characters';
import { replaceTypographicCharacters } from './typography';

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

/** What helps against a character outside the SMS alphabet. */
export type Remedy =
	/** 'Plain Punctuation' writes it plainly or leaves it out. */
	| { readonly kind: 'plain punctuation' }
	/** Another letter does: "e" for "ê". */
	| { readonly kind: 'letter'; readonly letter: string }
	/** Only a text without it: an emoji, a sign. */
	| { readonly kind: 'leave out' }
	/** Nothing: a letter of another script. */
	| { readonly kind: 'none' };

/** A character outside the SMS alphabet, with all that makes it: marks, the parts of an emoji. */
export interface CostlyCharacter {
	readonly character: string;
	readonly remedy: Remedy;
	/** Where it stands first, in UTF-16 units. */
	readonly at: number;
}

/** What a text costs, and why. */
export interface TextCost {
	/** Parts that are charged as it is. */
	readonly segments: number;
	/** Parts once every remedy was used; never more. */
	readonly plainSegments: number;
	/** Each once; empty where the text is in the SMS alphabet. */
	readonly characters: readonly CostlyCharacter[];
}

/** Letters whose form is no mark that could be taken off. */
const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ð: 'd',
	Ð: 'D',
	þ: 'th',
	Þ: 'Th',
	ħ: 'h',
	Ħ: 'H',
	ŧ: 't',
	Ŧ: 'T',
	ı: 'i',
	ſ: 's',
	ẞ: 'SS',
	ŋ: 'ng',
	Ŋ: 'NG',
	ə: 'e',
	Ə: 'E',
};

/** Letters of other alphabets that look like ours, by ours: a keyboard or a copied text brings them. */
const LOOK_ALIKES = new Map(
	[
		[
			'\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF',
			'ABEZHIKMNOPTYXo',
		],
		[
			'\u0405\u0406\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425',
			'SIABEKMHOPCTX',
		],
		['\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456', 'aeopcyxi'],
	].flatMap(([theirs = '', ours = '']) =>
		[...theirs].map((letter, index) => [letter, ours.charAt(index)] as const),
	),
);

const IS_EMOJI = new RegExp(`^(?:${EMOJI})$`, 'u');
const UNIT = new RegExp(String.raw`${EMOJI}|\p{L}\p{M}+|[^\n\f\r -_a-~]`, 'gu');

const withoutMarks = (letter: string): string =>
	letter.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** @param around the characters before and behind it */
function remedyOf(character: string, around: string, plainText: () => string): Remedy {
	const plain = replaceTypographicCharacters(character);
	const mayStay = plain === '' && plainText().includes(character);
	if (isGsm(plain) && !mayStay) return { kind: 'plain punctuation' };
	if (IS_EMOJI.test(character)) return { kind: 'leave out' };
	if (!/^\p{L}/u.test(character)) {
		// Its place decides: "m²", a mark of direction in a Hebrew text.
		const stays = plainText().includes(character);
		return stays ? { kind: 'leave out' } : { kind: 'plain punctuation' };
	}
	const alike = /[a-z]/i.test(around) ? LOOK_ALIKES.get(character) : undefined;
	const letter = alike ?? LETTERS[character] ?? withoutMarks(character);
	return isGsm(letter) ? { kind: 'letter', letter } : { kind: 'none' };
}

/** What stands in place of a character once its remedy was used. */
function cheaper(character: string, remedy: Remedy): string {
	switch (remedy.kind) {
		case 'plain punctuation': {
			const plain = replaceTypographicCharacters(character);
			return isGsm(plain) ? plain : character.normalize('NFKC').replace(/[^ -~]/g, '');
		}
		case 'letter':
			return remedy.letter;
		case 'leave out':
			return '';
		case 'none':
			return character;
	}
}

/** Finds what a text costs because of characters outside the SMS alphabet. */
export function costOf(text: string): TextCost {
	const { encoding, segments } = measureText(text);
	if (encoding === 'GSM-7') return { segments, plainSegments: segments, characters: [] };
	let plainText: string | undefined;
	const found = new Map<string, CostlyCharacter>();
	const plain = text.replace(UNIT, (character: string, at: number) => {
		if (isGsm(character)) return character;
		const known = found.get(character);
		const remedy =
			known?.remedy ??
			remedyOf(
				character,
				text.charAt(at - 1) + text.charAt(at + character.length),
				() => (plainText ??= replaceTypographicCharacters(text)),
			);
		if (!known) found.set(character, { character, remedy, at });
		return cheaper(character, remedy);
	});
	const plainSegments = Math.min(segments, Math.max(1, measureText(plain).segments));
	return { segments, plainSegments, characters: [...found.values()] };
}
