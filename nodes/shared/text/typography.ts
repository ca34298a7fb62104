/** What word processors and phones write by themselves, and what the SMS alphabet has for it. */
const PLAIN: ReadonlyArray<readonly [pattern: RegExp, plain: string]> = [
	[/[\u2018\u2019\u201A\u201B\u2032\u02BC\u2039\u203A\u00B4`]/g, "'"],
	[/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
	[/[\u2010-\u2015\u2212]/g, '-'],
	[/\u2026/g, '...'],
	[/[\u2022\u00B7]/g, '-'],
	[/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g, ' '],
	[/\r\n|[\u2028\u2029]/g, '\n'],
	[/[\u00AD\u200B\u2060\uFEFF]/g, ''],
	[/\u0152/g, 'OE'],
	[/\u0153/g, 'oe'],
];

/**
 * Writes curly quotes, guillemets, long dashes, ellipses, ligatures and special spaces plainly, so
 * that they do not halve the room of an SMS. Letters keep their accents, the spelling of names,
 * but an accent that is a character of its own joins its letter.
 */
export function replaceTypographicCharacters(text: string): string {
	return PLAIN.reduce(
		(result, [pattern, plain]) => result.replace(pattern, plain),
		text.normalize('NFC'),
	);
}
