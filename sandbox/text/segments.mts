/** GSM 03.38 basic set: one septet each. */
const BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** GSM 03.38 extension table: an escape and a character, two septets. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** A text as it travels: how many parts it takes, and in which alphabet. */
export interface Segmented {
	readonly encoding: 'GSM-7' | 'UCS-2';
	readonly segments: number;
}

/** Septets that a part has room for beside the header of a concatenated SMS. */
const GSM_PART = 153;
const UCS_PART = 67;

/**
 * Parts of a concatenated text, filled in order: a character that takes two units never straddles
 * two parts.
 */
function filledParts(widths: readonly number[], room: number): number {
	let parts = 1;
	let used = 0;
	for (const width of widths) {
		if (used + width > room) {
			parts++;
			used = 0;
		}
		used += width;
	}
	return parts;
}

const sum = (widths: readonly number[]): number =>
	widths.reduce((total, width) => total + width, 0);

/** Counts the parts of a text: 160/153 septets in GSM-7, 70/67 code units in UCS-2. */
export function segmentsOf(text: string): Segmented {
	const characters = [...text];
	if (characters.every((character) => BASIC.has(character) || EXTENDED.has(character))) {
		const widths = characters.map((character) => (EXTENDED.has(character) ? 2 : 1));
		const segments = sum(widths) <= 160 ? 1 : filledParts(widths, GSM_PART);
		return { encoding: 'GSM-7', segments };
	}
	const widths = characters.map((character) => character.length);
	return { encoding: 'UCS-2', segments: sum(widths) <= 70 ? 1 : filledParts(widths, UCS_PART) };
}
