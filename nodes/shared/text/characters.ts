/** Unicode's names of what nobody sees, or takes for another character. */
const NAMES: Readonly<Record<string, string>> = {
	'0009': 'CHARACTER TABULATION',
	'0060': 'GRAVE ACCENT',
	'00A0': 'NO-BREAK SPACE',
	'00AD': 'SOFT HYPHEN',
	'00B4': 'ACUTE ACCENT',
	'00B7': 'MIDDLE DOT',
	'00D7': 'MULTIPLICATION SIGN',
	'02BC': 'MODIFIER LETTER APOSTROPHE',
	'0300': 'COMBINING GRAVE ACCENT',
	'0301': 'COMBINING ACUTE ACCENT',
	'0302': 'COMBINING CIRCUMFLEX ACCENT',
	'0303': 'COMBINING TILDE',
	'0308': 'COMBINING DIAERESIS',
	'0327': 'COMBINING CEDILLA',
	'034F': 'COMBINING GRAPHEME JOINER',
	'0391': 'GREEK CAPITAL LETTER ALPHA',
	'0392': 'GREEK CAPITAL LETTER BETA',
	'0395': 'GREEK CAPITAL LETTER EPSILON',
	'0396': 'GREEK CAPITAL LETTER ZETA',
	'0397': 'GREEK CAPITAL LETTER ETA',
	'0399': 'GREEK CAPITAL LETTER IOTA',
	'039A': 'GREEK CAPITAL LETTER KAPPA',
	'039C': 'GREEK CAPITAL LETTER MU',
	'039D': 'GREEK CAPITAL LETTER NU',
	'039F': 'GREEK CAPITAL LETTER OMICRON',
	'03A1': 'GREEK CAPITAL LETTER RHO',
	'03A4': 'GREEK CAPITAL LETTER TAU',
	'03A5': 'GREEK CAPITAL LETTER UPSILON',
	'03A7': 'GREEK CAPITAL LETTER CHI',
	'03BF': 'GREEK SMALL LETTER OMICRON',
	'0405': 'CYRILLIC CAPITAL LETTER DZE',
	'0406': 'CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I',
	'0410': 'CYRILLIC CAPITAL LETTER A',
	'0412': 'CYRILLIC CAPITAL LETTER VE',
	'0415': 'CYRILLIC CAPITAL LETTER IE',
	'041A': 'CYRILLIC CAPITAL LETTER KA',
	'041C': 'CYRILLIC CAPITAL LETTER EM',
	'041D': 'CYRILLIC CAPITAL LETTER EN',
	'041E': 'CYRILLIC CAPITAL LETTER O',
	'0420': 'CYRILLIC CAPITAL LETTER ER',
	'0421': 'CYRILLIC CAPITAL LETTER ES',
	'0422': 'CYRILLIC CAPITAL LETTER TE',
	'0425': 'CYRILLIC CAPITAL LETTER HA',
	'0430': 'CYRILLIC SMALL LETTER A',
	'0435': 'CYRILLIC SMALL LETTER IE',
	'043E': 'CYRILLIC SMALL LETTER O',
	'0440': 'CYRILLIC SMALL LETTER ER',
	'0441': 'CYRILLIC SMALL LETTER ES',
	'0443': 'CYRILLIC SMALL LETTER U',
	'0445': 'CYRILLIC SMALL LETTER HA',
	'0456': 'CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I',
	'061C': 'ARABIC LETTER MARK',
	'115F': 'HANGUL CHOSEONG FILLER',
	'1160': 'HANGUL JUNGSEONG FILLER',
	'1680': 'OGHAM SPACE MARK',
	'180E': 'MONGOLIAN VOWEL SEPARATOR',
	'2000': 'EN QUAD',
	'2001': 'EM QUAD',
	'2002': 'EN SPACE',
	'2003': 'EM SPACE',
	'2004': 'THREE-PER-EM SPACE',
	'2005': 'FOUR-PER-EM SPACE',
	'2006': 'SIX-PER-EM SPACE',
	'2007': 'FIGURE SPACE',
	'2008': 'PUNCTUATION SPACE',
	'2009': 'THIN SPACE',
	'200A': 'HAIR SPACE',
	'200B': 'ZERO WIDTH SPACE',
	'200C': 'ZERO WIDTH NON-JOINER',
	'200D': 'ZERO WIDTH JOINER',
	'200E': 'LEFT-TO-RIGHT MARK',
	'200F': 'RIGHT-TO-LEFT MARK',
	'2010': 'HYPHEN',
	'2011': 'NON-BREAKING HYPHEN',
	'2012': 'FIGURE DASH',
	'2013': 'EN DASH',
	'2014': 'EM DASH',
	'2015': 'HORIZONTAL BAR',
	'2018': 'LEFT SINGLE QUOTATION MARK',
	'2019': 'RIGHT SINGLE QUOTATION MARK',
	'201A': 'SINGLE LOW-9 QUOTATION MARK',
	'201C': 'LEFT DOUBLE QUOTATION MARK',
	'201D': 'RIGHT DOUBLE QUOTATION MARK',
	'201E': 'DOUBLE LOW-9 QUOTATION MARK',
	'2026': 'HORIZONTAL ELLIPSIS',
	'2028': 'LINE SEPARATOR',
	'2029': 'PARAGRAPH SEPARATOR',
	'202A': 'LEFT-TO-RIGHT EMBEDDING',
	'202B': 'RIGHT-TO-LEFT EMBEDDING',
	'202C': 'POP DIRECTIONAL FORMATTING',
	'202D': 'LEFT-TO-RIGHT OVERRIDE',
	'202E': 'RIGHT-TO-LEFT OVERRIDE',
	'202F': 'NARROW NO-BREAK SPACE',
	'2032': 'PRIME',
	'2033': 'DOUBLE PRIME',
	'205F': 'MEDIUM MATHEMATICAL SPACE',
	'2060': 'WORD JOINER',
	'2061': 'FUNCTION APPLICATION',
	'2062': 'INVISIBLE TIMES',
	'2063': 'INVISIBLE SEPARATOR',
	'2064': 'INVISIBLE PLUS',
	'2066': 'LEFT-TO-RIGHT ISOLATE',
	'2067': 'RIGHT-TO-LEFT ISOLATE',
	'2068': 'FIRST STRONG ISOLATE',
	'2069': 'POP DIRECTIONAL ISOLATE',
	'2212': 'MINUS SIGN',
	'2800': 'BRAILLE PATTERN BLANK',
	'3000': 'IDEOGRAPHIC SPACE',
	'3164': 'HANGUL FILLER',
	FE0E: 'VARIATION SELECTOR-15',
	FE0F: 'VARIATION SELECTOR-16',
	FEFF: 'ZERO WIDTH NO-BREAK SPACE',
	FFA0: 'HALFWIDTH HANGUL FILLER',
	FFFC: 'OBJECT REPLACEMENT CHARACTER',
	FFFD: 'REPLACEMENT CHARACTER',
};

/** What leaves no trace of its own on a screen: marks, blanks, signs of control, what joins a letter. */
const UNSEEN = /^[\p{DI}\p{C}\p{Z}\p{M}\u2800]$/u;

/** Whether nobody sees the character. */
export const isUnseen = (character: string): boolean => UNSEEN.test(character);

/**
 * A character as a sentence can speak of it: `"ê"`, `"’" (U+2019, RIGHT SINGLE QUOTATION MARK)`,
 * and what nobody sees by its code point, `U+200E (LEFT-TO-RIGHT MARK)`.
 *
 * @param character one code point, or several that make one letter or emoji
 */
export function nameCharacter(character: string): string {
	const points = [...character].map((point) =>
		(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
	);
	const [hex = '', ...more] = points;
	if (more.length > 0) return `"${character}"`;
	const name = NAMES[hex];
	if (isUnseen(character)) return name === undefined ? `U+${hex}` : `U+${hex} (${name})`;
	return name === undefined ? `"${character}"` : `"${character}" (U+${hex}, ${name})`;
}

/** What may follow a picture: a style, a skin color, the letters of a flag. */
const CHANGED = String.raw`(?:[\uFE0E\uFE0F]\u20E3?|\p{EMod})?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;

/**
 * The source of a pattern for one emoji with all that makes it (UTS 51): flags, keycaps, pictures
 * with their style, pictures that a joiner makes one. Needs the flag `u`.
 */
export const EMOJI = String.raw`\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|\p{ExtPict}${CHANGED}(?:\u200D\p{ExtPict}${CHANGED})*`;

/**
 * Replaces halves of astral characters (an emoji that was cut in two) by U+FFFD, as every UTF-8
 * writer does sooner or later: what is counted is then what is sent.
 */
export const toWellFormed = (text: string): string =>
	// Most texts have no such character: to look for one is faster than to look for halves.
	/[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
