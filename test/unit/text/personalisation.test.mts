import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	fullText,
	personalise,
	type TextPart,
} from '../../../nodes/shared/text/personalisation.ts';

const t = (text: string): TextPart => ({ kind: 'text', text });
const v = (value: string): TextPart => ({ kind: 'value', value });

type Replay = (template: string, values: readonly string[]) => string;

const oneByOne =
	(order: 'up' | 'down', flags: string, write: (value: string) => string): Replay =>
	(template, values) => {
		const numbers = values.map((_, index) => index + 1);
		if (order === 'down') numbers.reverse();
		return numbers.reduce(
			(text, number) =>
				text.replace(new RegExp(`#param_?${number}#`, flags), write(values[number - 1] ?? '')),
			template,
		);
	};

/** Ways in which a provider may fill in a template; all of them must give the same text. */
const replays: Record<string, Replay> = {
	'in one pass': (template, values) =>
		template.replace(/#param_(\d+)#/g, (_, number: string) => values[Number(number) - 1] ?? ''),
	'in one pass, any case and spelling': (template, values) =>
		template.replace(/#param_?(\d+)#/gi, (_, number: string) => values[Number(number) - 1] ?? ''),
	'one by one': (template, values) =>
		values.reduce((text, value, index) => text.split(`#param_${index + 1}#`).join(value), template),
	'one by one, upwards': oneByOne('up', 'gi', (value) => value.replaceAll('$', '$$$$')),
	'one by one, from the last': oneByOne('down', 'gi', (value) => value.replaceAll('$', '$$$$')),
	'by a replacement string': oneByOne('up', 'g', (value) => value),
	trimmed: (template, values) =>
		template.replace(/#param_(\d+)#/g, (_, number: string) =>
			(values[Number(number) - 1] ?? '').trim(),
		),
	'until nothing changes': (template, values) => {
		let text = template;
		for (let round = 0; round < 5; round++) {
			text = text.replace(/#param_?(\d+)#/gi, (_, n: string) => values[Number(n) - 1] ?? '');
		}
		return text;
	},
};

const template = (parts: TextPart[], userValues: string[] = []) => personalise(parts, userValues);

describe('personalise', () => {
	test('values become markers in order', () => {
		expect(template([t('Hello '), v('Anna'), t(', at '), v('10:00')])).toEqual({
			exact: true,
			message: 'Hello #param_1#, at #param_2#',
			values: ['Anna', '10:00'],
		});
	});

	test('each place has a number of its own, in order, also for a marker that stands twice', () => {
		expect(
			template([t('#param_2# '), v('Anna'), t(' #param1# #param_2#')], ['one', 'two']),
		).toEqual({
			exact: true,
			message: '#param_1# #param_2# #param_3# #param_4#',
			values: ['two', 'Anna', 'one', 'two'],
		});
	});

	test('white space around values stays in the text, beside values of the user too', () => {
		expect(
			template([t('Hi #param_1#,'), v(' Bob '), t('and #param_2#!')], [' Anna', 'Eve ']),
		).toEqual({
			exact: true,
			message: 'Hi  #param_1#, #param_2# and #param_3# !',
			values: ['Anna', 'Bob', 'Eve'],
		});
	});

	test('a value that is a template is read as one', () => {
		expect(template([v('Hello #param_1#')], ['Anna'])).toEqual({
			exact: true,
			message: 'Hello #param_1#',
			values: ['Anna'],
		});
	});

	test.each([
		['empty', '', 'Hello !', []],
		['"0", which counts as empty in PHP', '0', 'Hello 0!', []],
		['blank', ' \n', 'Hello  \n!', []],
		['with blanks around', ' Anna\n', 'Hello  #param_1#\n!', ['Anna']],
		['with a line break inside', 'a\nb', 'Hello #param_1#!', ['a\nb']],
	])('a value that is %s', (_, value, message, values) => {
		expect(template([t('Hello '), v(value), t('!')])).toEqual({ exact: true, message, values });
	});

	test('without the empty one, the values of the user are counted anew', () => {
		expect(template([t('#param_1##param_2#')], ['', 'b'])).toEqual({
			exact: true,
			message: '#param_1#',
			values: ['b'],
		});
	});

	test.each([
		['a value like a marker', [t('Hello '), v('#param_1#')]],
		['a value like a marker of REST', [t('Hello '), v('#Param2#')]],
		['a marker across parts', [t('#par'), v('am_1'), t('#')]],
		['a marker across values', [v('#param_'), v('2#')]],
		['half a marker before a value', [t('#param_1'), v('x')]],
		['half a marker after a value', [v('x'), t('param_1#')]],
		['a sign for the match', [v('costs $& today')]],
		['a sign for a group', [v('$1')]],
		['a sign for a group, with a backslash', [v('C:\\1')]],
	])('%s is not exact', (_, parts) => {
		expect(template(parts)).toEqual({ exact: false });
	});

	test('a marker that the user spread over two parts is not exact, but its text is right', () => {
		const parts = [t('Hello #param_'), v('1'), t('#')];
		expect(template(parts, ['Anna'])).toEqual({ exact: false });
		expect(fullText(parts, ['Anna'])).toBe('Hello Anna');
	});

	test('a value of the user is never searched for markers', () => {
		expect(fullText([t('#param_1# #param_2#')], ['#param_2#', 'b'])).toBe('#param_2# b');
		expect(template([t('#param_1# #param_2#')], ['#param_2#', 'b'])).toEqual({ exact: false });
	});

	const snippet = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.string({ unit: 'grapheme', maxLength: 8 }),
		fc.string({
			unit: fc.constantFrom(...'#param_12PARAM0$&\\ \n', 'param', '#param_1#', '#param2#'),
			maxLength: 8,
		}),
	);
	const parts = fc.array(
		fc.oneof(
			snippet.map((text): TextPart => t(text)),
			snippet.map((value): TextPart => v(value)),
		),
		{ maxLength: 6 },
	);

	test.each(Object.entries(replays))('an exact template gives the text: %s', (_, replay) => {
		let exact = 0;
		fc.assert(
			fc.property(parts, fc.array(snippet, { maxLength: 3 }), (message, userValues) => {
				const result = personalise(message, userValues);
				if (!result.exact) return;
				exact++;
				expect(replay(result.message, result.values)).toBe(fullText(message, userValues));
				expect(result.values.every((value) => value !== '' && value.trim() === value)).toBe(true);
				const markers = result.message.match(/#param_\d+#/g) ?? [];
				expect(markers).toEqual(result.values.map((_, index) => `#param_${index + 1}#`));
			}),
			{ numRuns: 2_000 },
		);
		expect(exact).toBeGreaterThan(200);
	});

	test('ordinary texts and values are always exact', () => {
		const plain = fc.string({ unit: fc.constantFrom(...'abcé #\n-.,:1€$'), maxLength: 20 });
		fc.assert(
			fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (values) => {
				fc.pre(values.every((value) => !/\$[\d$]/.test(value)));
				expect(personalise([t('Hello '), ...values.map(v)], []).exact).toBe(true);
			}),
		);
	});

	test('comes to an end with a text of a million spaces', () => {
		const spaces = ' '.repeat(500_000);
		const template = '#param_'.repeat(50_000);
		const reading = personalise([v(`${spaces}a${spaces}`), t(template)], []);
		if (!reading.exact) throw new Error('It is not exact');
		const shown = replays['in one pass']?.(reading.message, reading.values);
		// Compared here: a difference of a million characters would take long to print.
		expect(shown === `${spaces}a${spaces}${template}`).toBe(true);
	});
});
