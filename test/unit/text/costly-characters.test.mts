import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isUnseen, nameCharacter } from '../../../nodes/shared/text/characters.ts';
import { costOf, measureText } from '../../../nodes/shared/text/sms-alphabet.ts';
import { replaceTypographicCharacters } from '../../../nodes/shared/text/typography.ts';

const PLAIN = { kind: 'plain punctuation' };
const OUT = { kind: 'leave out' };
const letter = (text: string) => ({ kind: 'letter', letter: text });

describe('what helps', () => {
	test.each<[string, string, object]>([
		['l’été', '’', PLAIN],
		['Hawaiʻi', 'ʻ', PLAIN],
		['a…', '…', PLAIN],
		['10\u00A0€', '\u00A0', PLAIN],
		['a\u200Eb', '\u200E', PLAIN],
		['œuf', 'œ', PLAIN],
		['2 m²', '²', PLAIN],
		['n° 5', '°', PLAIN],
		['cafe\u0301', 'e\u0301', PLAIN],
		['forêt', 'ê', letter('e')],
		['À bientôt', 'À', letter('A')],
		['ça', 'ç', letter('c')],
		['fore\u0302t', 'e\u0302', letter('e')],
		['Łódź', 'Ł', letter('L')],
		['Bonj\u043Eur', '\u043E', letter('o')],
		['Bravo 🎉', '🎉', OUT],
		['❤\uFE0F', '❤\uFE0F', OUT],
		['👨\u200D👩\u200D👧 !', '👨\u200D👩\u200D👧', OUT],
		['1\uFE0F\u20E3', '1\uFE0F\u20E3', OUT],
		['20 °C', '°', OUT],
		['10²', '²', OUT],
		['שלום\u200F', '\u200F', OUT],
		['привет', 'п', { kind: 'none' }],
		['м\u043Eре', '\u043E', { kind: 'none' }],
		['你好', '你', { kind: 'none' }],
	])('in %j against %j', (text, character, remedy) => {
		expect(costOf(text).characters).toContainEqual(
			expect.objectContaining({ character, remedy, at: text.indexOf(character) }),
		);
	});

	const remedyOf = (text: string, character: string) =>
		costOf(text).characters.find((each) => each.character === character)?.remedy;

	test.each([
		['łŁđĐðÐħĦŧŦıſəƏ', 'lLdDdDhHtTiseE'],
		['\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C', 'ABEZHIKM'],
		['\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF', 'NOPTYXo'],
		['\u0405\u0406\u0410\u0412\u0415\u041A\u041C', 'SIABEKM'],
		['\u041D\u041E\u0420\u0421\u0422\u0425', 'HOPCTX'],
		['\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456', 'aeopcyxi'],
	])('each of %s is the plain letter of its place in %s', (costly, plain) => {
		const letters = [...costly].map((each) => remedyOf(`abc${each}def`, each));
		expect(letters).toEqual([...plain].map(letter));
	});

	test.each([
		['þ', 'th'],
		['Þ', 'Th'],
		['ẞ', 'SS'],
		['ŋ', 'ng'],
		['Ŋ', 'NG'],
	])('%s is written %s', (costly, plain) => {
		expect(remedyOf(`abc${costly}def`, costly)).toEqual(letter(plain));
	});

	test.each([
		['ê', 1],
		['’', 1],
		['\u00A0', 1],
		['œ', 1],
		['🎉', 1],
		[' 10²', 1],
		['п', 3],
	])('150 letters and %j are three SMS, and %i without what costs', (costly, plainSegments) => {
		expect(costOf(`${'a'.repeat(150)}${costly}`)).toMatchObject({ segments: 3, plainSegments });
	});

	test('what is in the alphabet is as cheap as it can be', () => {
		expect(costOf('a'.repeat(200))).toEqual({ segments: 2, plainSegments: 2, characters: [] });
	});

	const remedied = (text: string): string => {
		const { characters } = costOf(text);
		const plain = replaceTypographicCharacters(text);
		return characters.reduce((rest, { character, remedy }) => {
			if (remedy.kind === 'letter') {
				return rest.replaceAll(character.normalize('NFC'), remedy.letter);
			}
			return remedy.kind === 'leave out' ? rest.replaceAll(character, '') : rest;
		}, plain);
	};

	test('whoever does all of it has a text of the SMS alphabet, unless a script cannot be written in it', () => {
		const texts = fc.string({
			unit: fc.constantFrom(...'aé ê’…ç🎉ô\u00A0\u200EÀœ1n°½²™ł→', '❤\uFE0F', 'e\u0302'),
		});
		fc.assert(
			fc.property(texts, (text) => {
				expect(measureText(remedied(text).normalize('NFC')).encoding).toBe('GSM-7');
			}),
		);
	});

	test('a text is never cheaper than its plain form, and one of the alphabet has no plainer one', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const { segments, plainSegments, characters } = costOf(text);
				expect(plainSegments).toBeLessThanOrEqual(segments);
				expect(segments).toBe(measureText(text).segments);
				expect(characters.length > 0).toBe(measureText(text).encoding === 'UCS-2');
			}),
		);
	});
});

describe('the name of a character', () => {
	test.each([
		['ê', '"ê"'],
		['🎉', '"🎉"'],
		['❤\uFE0F', '"❤\uFE0F"'],
		['\u200E', 'U+200E (LEFT-TO-RIGHT MARK)'],
		['\u200B', 'U+200B (ZERO WIDTH SPACE)'],
		['\u00A0', 'U+00A0 (NO-BREAK SPACE)'],
		['\t', 'U+0009 (CHARACTER TABULATION)'],
		['\u0007', 'U+0007'],
		['\u{E0061}', 'U+E0061'],
		['’', '"’" (U+2019, RIGHT SINGLE QUOTATION MARK)'],
		['\u0430', '"\u0430" (U+0430, CYRILLIC SMALL LETTER A)'],
		['\u0302', 'U+0302 (COMBINING CIRCUMFLEX ACCENT)'],
	])('%j is %s', (character, name) => {
		expect(nameCharacter(character)).toBe(name);
	});

	test('what nobody sees has its code point', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
				const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
				if (isUnseen(character)) expect(nameCharacter(character)).toContain(`U+${hex}`);
				else expect(nameCharacter(character)).toContain(`"${character}"`);
			}),
		);
	});
});
