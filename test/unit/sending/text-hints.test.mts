import { describe, expect, test } from '@jest/globals';

import { smsHints } from '../../../nodes/shared/sending/hints.ts';
import { textHints } from '../../../nodes/shared/sending/text-hints.ts';
import { badNumber } from './recipients.mts';

const hints = (...texts: string[]) => textHints(texts);

const LONG = 'Bonjour, votre rendez-vous est demain. '.repeat(3);

describe('characters outside the SMS alphabet', () => {
	test('cost nothing where the text is one segment either way', () => {
		expect(hints('Hello 🎉', 'Forêt', 'L’été', 'a\u200Eb', '👍', 'ê'.repeat(70))).toEqual([]);
	});

	test('are told with numbers, the remedy and the place', () => {
		expect(hints(`${LONG}🎉`)).toEqual([
			'Characters outside the SMS alphabet cost 2 segments instead of 1 for 1 recipient, because an SMS with one of them holds 70 characters and not 160: leave out "🎉" after "demain.".',
		]);
		expect(hints(`${LONG}forêt`, `${LONG}forêt`)).toEqual([
			expect.stringContaining(
				'cost 2 segments instead of 1 for 2 recipients, because an SMS with one of them holds 70 characters and not 160: write "e" for "ê" in "forêt".',
			),
		]);
	});

	test.each([
		[
			'a quote',
			`${LONG}l’été`,
			`'Plain Punctuation' for "’" (U+2019, RIGHT SINGLE QUOTATION MARK) in "l’été"`,
		],
		[
			'an invisible mark in a word',
			`${LONG}Bon\u200Ejour`,
			`'Plain Punctuation' for U+200E (LEFT-TO-RIGHT MARK) in "Bonjour"`,
		],
		['one between words', `Hi \u200E ${LONG}`, `for U+200E (LEFT-TO-RIGHT MARK) after "Hi"`],
		['one at the beginning', `\u200E ${LONG}`, `for U+200E (LEFT-TO-RIGHT MARK).`],
		['spaces in a number', `${LONG}10\u00A0000\u00A0€`, `U+00A0 (NO-BREAK SPACE) in "10 000 €"`],
		[
			'the end of a long word',
			`${LONG}https://example.com/${'x'.repeat(22)}ê`.slice(22),
			`"ê" in "${'x'.repeat(20)}ê"`,
		],
		['a sign of two characters', `${LONG}❤\uFE0F`, 'leave out "❤\uFE0F" after "demain."'],
	])('are told with their place: %s', (_, text, expected) => {
		expect(hints(text)).toEqual([expect.stringContaining(expected)]);
	});

	test('an emoji and an accent do not get the advice for quotes', () => {
		expect(hints(`${LONG}🎉ê`)[0]).not.toContain('Plain Punctuation');
	});

	test('one hint for the run, the most frequent characters first, some of them counted', () => {
		const [hint, ...more] = hints(`${LONG}ô`, `${LONG}ê ô`, `${LONG}ê ô ç â î û 🎉`);
		expect(more).toEqual([]);
		expect(hint).toContain('for 3 recipients');
		expect(hint).toContain('write "o" for "ô" after "demain."; write "e" for "ê"');
		expect(hint).toContain('"ê" after "demain." (2 recipients)');
		expect(hint).toContain('leave out "🎉" after "û" (1 recipient)');
	});

	test('more than three with the same remedy are counted', () => {
		const [hint] = hints(`${LONG}🎉 🎁 🎄 🎅 🦌`);
		expect(hint).toMatch(/leave out "🎉"[^;]*, "🎁"[^;]*, "🎄" after "🎁" and 2 others\.$/);
	});

	test('different prices are added up', () => {
		const [hint] = hints(`${LONG}ê`, `${LONG.repeat(2)}ê`);
		expect(hint).toContain('cost 6 segments instead of 3 in all for 2 recipients');
	});

	test('thousands are written readably', () => {
		const [hint] = hints(...Array.from({ length: 1_200 }, () => `${LONG}ê`));
		expect(hint).toContain('for 1,200 recipients');
	});

	test('a script that the alphabet has not is told only as long', () => {
		expect(hints('привет '.repeat(12))).toEqual([
			'The text for 1 recipient is longer than one SMS: 2 segments, and every segment is charged.',
		]);
	});

	test('what is no SMS to be sent does not count', () => {
		expect(smsHints([badNumber('06', 0, { text: `${LONG}ê` })])).toEqual([]);
	});
});

describe('long texts', () => {
	test('are told with the most segments', () => {
		expect(hints('a'.repeat(161), 'a'.repeat(400))).toEqual([
			'The text for 2 recipients is longer than one SMS: up to 3 segments each, and every segment is charged.',
		]);
		expect(hints('a'.repeat(161), 'b'.repeat(161))).toEqual([
			'The text for 2 recipients is longer than one SMS: 2 segments each, and every segment is charged.',
		]);
	});

	test('that are dear and long give both hints', () => {
		expect(hints(LONG.repeat(2) + 'ê')).toEqual([
			expect.stringContaining('4 segments instead of 2'),
			expect.stringContaining('longer than one SMS: 4 segments,'),
		]);
	});

	test('above 640 characters leave the decision to AllMySMS', () => {
		expect(hints('a'.repeat(641))).toContainEqual(expect.stringMatching(/640/));
	});

	test('200,000 different texts are looked at', () => {
		const texts = Array.from({ length: 200_000 }, (_, index) => `${'a'.repeat(160)}${index}`);
		expect(textHints(texts)).toEqual([expect.stringContaining('for 200,000 recipients')]);
	});
});

test('a plain short SMS needs no hint', () => {
	expect(hints('Bonjour, à demain !')).toEqual([]);
});
