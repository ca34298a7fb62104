import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { measureText } from '../../../nodes/shared/text/sms-alphabet.ts';
import { replaceTypographicCharacters } from '../../../nodes/shared/text/typography.ts';

const EMOJI = [
	'👨\u200D👩\u200D👧',
	'❤\uFE0F',
	'❤\uFE0F\u200D🔥',
	'☎\uFE0E',
	'🏳\uFE0F\u200D🌈',
	'👩🏽\u200D💻',
	'🧑🏿\u200D🤝\u200D🧑🏻',
	'👁\uFE0F\u200D🗨\uFE0F',
	'1\uFE0F\u20E3',
	'#\u20E3',
	'🇫🇷',
	'🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
	'👍🏼',
	'🎉',
	'©\uFE0F',
	'‼\uFE0F',
];

/** What the option takes out or writes plainly. */
const TYPOGRAPHIC = [
	...'‘’‚‛“”„‟′″‴‵«»‹›`´–—‒―‐\u2011−…‥•·',
	...'\u00A0\u1680\u2002\u2003\u2007\u2009\u200A\u202F\u205F\u3000\u2800\t',
	...'\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E',
	...'\u2060\u2061\u2066\u2067\u2068\u2069\uFE00\uFE0E\uFE0F\uFEFF\u3164\u2028\u2029\u0000\u0007\u007F\u009D',
	...'ﬁﬂﬀﬃﬄœŒĳ№½¼¾⅓×±→™®©ＳＴＯＰ！＂Ⅳᵉʳ𝗕𝟏',
	'\u{E0061}',
	'\u{E0100}',
	'\r\n',
];

const GSM = [
	...'@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#%&\'()*+,-./0123456789:;<=>?¡Aa§¿zäöñüà^{}[~]|€',
];

describe('replaceTypographicCharacters', () => {
	test.each([
		['L’été – « enfin »…', 'L\'été - " enfin "...'],
		['“a” ‘b’ ‹c› „d“', '"a" \'b\' \'c\' "d"'],
		['6′ 2″', '6\' 2"'],
		['10\u202f000\u00a0€', '10 000 €'],
		['全角\u3000', '全角 '],
		['cœur ŒUVRE ﬁn ﬂot aﬀaire oﬃce', 'coeur OEUVRE fin flot affaire office'],
		['a\u200bb\u00adc\ufeffd\u2060e', 'abcde'],
		['e\u0301', 'é'],
		['a\r\nb\u2028c', 'a\nb\nc'],
		['ça reste, forêt, Łódź', 'ça reste, forêt, Łódź'],
		['Bonjour\u200E le \u202A06\u202C', 'Bonjour le 06'],
		['\u200Fa\u2067b\u2069\u061C', 'ab'],
		['Marie\u200C-\u200DLou\uFE0F', 'Marie-Lou'],
		['nu\u2011pieds 10‒12 −5', 'nu-pieds 10-12 -5'],
		['½ pain, 1½ h, 3¾', '1/2 pain, 1 1/2 h, 3 3/4'],
		['№ 5, n° 5, N°5, 20 °C', 'No 5, no 5, No5, 20 °C'],
		['30 m², 2 cm³, 10²', '30 m2, 2 cm3, 10²'],
		['1ᵉʳ étage, Louis ⅩⅣ', '1er étage, Louis XIV'],
		['ＰＲＯＭＯ 𝗕𝗼𝗹𝗱 𝟏𝟎', 'PROMO Bold 10'],
		['MyBrand™ © ®\uFE0E', 'MyBrand(TM) (c) (R)'],
		['a → b ≤ 3 × 2', 'a -> b <= 3 x 2'],
		['• un\n· deux', '- un\n- deux'],
		['a\u0000b\u0007c\u009dd', 'abcd'],
	])('%j is written %j', (text, plain) => {
		expect(replaceTypographicCharacters(text)).toBe(plain);
	});

	test.each([
		['Persian, whose words the non-joiner parts', 'می\u200Cخواهم'],
		['Hindi, whose letters the joiners shape', 'क्\u200Dष क्\u200Cष'],
		['Hebrew with marks of direction', 'שלום\u200F 06 12\u200E'],
		['Japanese with a chosen form', '葛\u{E0100}城'],
	])('%s, stays as it is spelled', (_, text) => {
		expect(replaceTypographicCharacters(text)).toBe(text);
	});

	test.each(EMOJI)('the emoji %s stays whole', (emoji) => {
		expect(replaceTypographicCharacters(emoji)).toBe(emoji);
		expect(replaceTypographicCharacters(`a\u200E${emoji}\u200D b${emoji}${emoji}`)).toBe(
			`a${emoji} b${emoji}${emoji}`,
		);
	});

	const texts = (...characters: string[]) =>
		fc.array(fc.constantFrom(...characters)).map((pieces) => pieces.join(''));

	test('a text that only typography kept out of the SMS alphabet is in it', () => {
		fc.assert(
			fc.property(texts(...GSM, ...TYPOGRAPHIC), (text) => {
				// An emoji, not a sign.
				fc.pre(!/[™©®]\uFE0F/.test(text));
				expect(measureText(replaceTypographicCharacters(text)).encoding).toBe('GSM-7');
			}),
			{ numRuns: 1_000 },
		);
	});

	test('a text of the SMS alphabet is left alone', () => {
		fc.assert(
			fc.property(texts(...GSM), (text) => {
				expect(replaceTypographicCharacters(text)).toBe(text);
			}),
		);
	});

	test('emoji come through in their order, whatever stands between them', () => {
		const between = texts('a', ' ', ...'’\u00A0\u200E\u00AD');
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...EMOJI), between)), (pieces) => {
				// A joiner or a half of a flag would join two of them.
				const separated = pieces.map(([emoji, text]) => `${emoji}.${text}`).join('.');
				const plain = replaceTypographicCharacters(separated);
				let from = 0;
				for (const [emoji] of pieces) {
					const at = plain.indexOf(`${emoji}.`, from);
					expect(at).toBeGreaterThanOrEqual(from);
					from = at + emoji.length;
				}
			}),
		);
	});

	test('a second time changes nothing', () => {
		const any = fc.oneof(
			fc.string({ unit: 'binary' }),
			texts(
				'a',
				'e',
				'E',
				'1',
				'n',
				'°',
				'²',
				'½',
				'\u0301',
				'\u0338',
				'م',
				'क',
				'=',
				...EMOJI,
				...TYPOGRAPHIC,
			),
		);
		fc.assert(
			fc.property(any, (text) => {
				const once = replaceTypographicCharacters(text);
				expect(replaceTypographicCharacters(once)).toBe(once);
			}),
			{ numRuns: 3_000 },
		);
	});

	test('makes room', () => {
		const text = `Votre commande n’est pas prête… ${'a'.repeat(60)}`.replace('ê', 'e');
		expect(measureText(text)).toMatchObject({ encoding: 'UCS-2', segments: 2 });
		expect(measureText(replaceTypographicCharacters(text))).toMatchObject({
			encoding: 'GSM-7',
			segments: 1,
		});
	});
});

test.each([
	['\u2034\u2037', "'''"],
	['\u2025', '..'],
	['\u2024', '.'],
	['\u2044\u2215', '/'],
	['\u2217', '*'],
	['\u223C\u02DC', '~'],
	['\u02C6', '^'],
	['\u00A6', '|'],
	['\u00B1', '+/-'],
	['\u2265', '>='],
	['\u2190', '<-'],
	['\u21D2', '=>'],
	['\u203C', '!!'],
	['\u2047', '??'],
	['\u2048', '?!'],
	['\u2049', '!?'],
])('each of %s is written %s', (signs, plain) => {
	for (const sign of signs) expect(replaceTypographicCharacters(`a${sign}b`)).toBe(`a${plain}b`);
});
