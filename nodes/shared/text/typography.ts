import { EMOJI } from './characters';

/** Characters that have one plain form wherever they stand, by that form. */
const WRITTEN: ReadonlyArray<readonly [plain: string, characters: string]> = [
	[
		"'",
		'\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02BD\u2039\u203A\u00B4`\u275B\u275C',
	],
	[
		'"',
		'\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u02BA\u02EE\u3003\u301D\u301E\u301F\u275D\u275E',
	],
	["'''", '\u2034\u2037'],
	['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u02D7\uFE58\uFE63\u2E3A\u2E3B'],
	['-', '\u2022\u00B7\u2023\u2027\u2219\u22C5\u25E6\u25AA\u25CF'],
	['...', '\u2026\u22EF'],
	['..', '\u2025'],
	['.', '\u2024'],
	['/', '\u2044\u2215'],
	['*', '\u2217'],
	['~', '\u223C\u02DC'],
	['^', '\u02C6'],
	['|', '\u00A6'],
	['x', '\u00D7'],
	['+/-', '\u00B1'],
	['<=', '\u2264'],
	['>=', '\u2265'],
	['->', '\u2192'],
	['<-', '\u2190'],
	['=>', '\u21D2'],
	['!!', '\u203C'],
	['??', '\u2047'],
	['?!', '\u2048'],
	['!?', '\u2049'],
	['(c)', '\u00A9'],
	['(R)', '\u00AE'],
	['(TM)', '\u2122'],
	['No', '\u2116'],
	['OE', '\u0152'],
	['oe', '\u0153'],
	[
		' ',
		'\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u2800\u3000',
	],
	['\n', '\u000B\u0085\u2028\u2029'],
];

const PLAIN: ReadonlyMap<string, string> = new Map(
	WRITTEN.flatMap(([plain, characters]) => [...characters].map((each) => [each, plain] as const)),
);

/** Ligatures, raised letters ("1ᵉʳ"), Roman numerals, full width and bold letters. */
const COMPATIBLE =
	/[\uFB00-\uFB06\u0132\u0133\u02B0-\u02B8\u02E1-\u02E3\u1D2C-\u1D6A\u2160-\u217F\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u;

const FRACTION = /[\u00BC-\u00BE\u2150-\u215E]/;

/** Letters that the SMS alphabet has nothing for: their texts cost the same with and without joiners. */
const FOREIGN = String.raw`[\p{L}\p{M}](?<![\p{DI}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])`;

/** They spell (Persian, Hindi) or choose a shape (Japanese, Mongolian) after such letters. */
const SPELLING = String.raw`[\u200C\u200D\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;

/** They order what is written from right to left. */
const DIRECTION = String.raw`[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]`;
const RIGHT_TO_LEFT =
	/(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Invisible, and for no other use: marks, fillers, tags, control characters. */
const UNSEEN = String.raw`\p{DI}|[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFF9-\uFFFB]`;

/** "This is a letter": what follows a sign that could be a picture. */
const TEXT_STYLE = '\uFE0E';

const PIECES = new RegExp(
	[
		`(?<emoji>${EMOJI})`,
		`(?<spelling>${SPELLING})(?<=${FOREIGN}.)`,
		`(?<direction>${DIRECTION})`,
		`(?<unseen>${UNSEEN})`,
		String.raw`(?<lineEnd>\r\n)`,
		String.raw`(?<degree>[\u00B0\u00BA])(?<=(?<!\p{L})[nN].)(?!\p{L})`,
		String.raw`(?<power>[\u00B2\u00B3])(?<=\p{L}.)`,
		String.raw`[^\n\r\f -_a-~\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]`,
	].join('|'),
	'gu',
);

/** One character that stands for itself, in its place. */
function plainOf(character: string, before: string): string {
	const plain = PLAIN.get(character);
	if (plain !== undefined) return plain;
	if (FRACTION.test(character)) {
		const fraction = character.normalize('NFKC').replace('\u2044', '/');
		// "1½" is not eleven halves.
		return /\d/.test(before) ? ` ${fraction}` : fraction;
	}
	if (!COMPATIBLE.test(character)) return character;
	const compatible = character.normalize('NFKC');
	return PLAIN.get(compatible) ?? compatible;
}

function replaceOnce(text: string): string {
	const keepsDirection = RIGHT_TO_LEFT.test(text);
	let result = '';
	let from = 0;
	for (const { 0: piece, index, groups = {} } of text.matchAll(PIECES)) {
		result += text.slice(from, index);
		from = index + piece.length;
		if (groups.spelling) result += piece;
		else if (groups.direction) result += keepsDirection ? piece : '';
		else if (groups.emoji) result += PLAIN.get(piece.replace(TEXT_STYLE, '')) ?? piece;
		else if (groups.lineEnd) result += '\n';
		else if (groups.degree) result += 'o';
		else if (groups.power) result += piece.normalize('NFKC');
		else if (!groups.unseen) result += plainOf(piece, text.slice(0, index).slice(-1));
	}
	return result + text.slice(from);
}

/**
 * Writes curly quotes, guillemets, long dashes, ellipses, ligatures, fractions and special spaces
 * plainly and leaves out what nobody sees, so that they do not halve the room of an SMS. What is
 * said stays: letters keep their accents, the spelling of names, but an accent that is a character
 * of its own joins its letter; emoji keep all that makes them; foreign scripts keep the joiners and
 * marks that they are spelled with.
 */
export function replaceTypographicCharacters(text: string): string {
	const plain = replaceOnce(text.normalize('NFC')).normalize('NFC');
	// What stood apart may belong together now: "n", something invisible, "°".
	return plain === text ? plain : replaceTypographicCharacters(plain);
}
