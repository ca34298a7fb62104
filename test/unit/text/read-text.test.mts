import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readText, readTextAsGiven } from '../../../nodes/shared/text/read-text.ts';
import { inWords } from '../../../nodes/shared/values.ts';

const refusalOf = (raw: unknown): string => {
	const reading = readText(raw, 'Sender (TPOA)', 'MyShop');
	if (reading.ok) throw new Error(`was read: ${String(reading.value)}`);
	const { what, remedy } = reading.problem;
	return `${what.replace("'Sender (TPOA)' ", '')}. ${remedy}`;
};
const valueOf = (raw: unknown) => {
	const reading = readText(raw, 'Campaign Name');
	if (!reading.ok) throw new Error(reading.problem.what);
	return reading.value;
};

describe('readText', () => {
	test.each([
		['  a text ', 'a text'],
		['', null],
		[' \n', null],
		[null, null],
		[undefined, null],
		[0, '0'],
		[12.5, '12.5'],
		[33612345678n, '33612345678'],
		['false', 'false'],
		['null', 'null'],
		[DateTime.fromISO('2026-05-01T10:00:00Z', { zone: 'utc' }), '2026-05-01T10:00:00.000Z'],
		[new Date('2026-05-01T10:00:00Z'), '2026-05-01T10:00:00.000Z'],
		[runInNewContext("new Date('2026-05-01T10:00:00Z')"), '2026-05-01T10:00:00.000Z'],
		['half an emoji \ud83d', 'half an emoji \ufffd'],
		['My Invalid Date', 'My Invalid Date'],
		['Invalid Dates of May', 'Invalid Dates of May'],
	])('%p is %p', (raw, text) => {
		expect(valueOf(raw)).toBe(text);
	});

	test('a condition that does not hold: what to write instead', () => {
		expect(refusalOf(false)).toBe(
			"is false, where a text is needed. Let the expression give a text in each case: {{ $json.promo ? 'MyShop' : '' }} instead of {{ $json.promo && 'MyShop' }}.",
		);
	});

	test('an object: which fields it has', () => {
		expect(refusalOf({ id: 7, total: 12 })).toBe(
			'is an object, where a text is needed. Let the expression name one of its fields, for example {{ $json.order.id }}. It has id, total.',
		);
		expect(refusalOf(Object.fromEntries([...'abcdefg'].map((key) => [key, 1])))).toMatch(
			/It has a, b, c, d, e, …\.$/,
		);
		expect(refusalOf(Object.fromEntries([...'abcde'].map((key) => [key, 1])))).toMatch(
			/It has a, b, c, d, e\.$/,
		);
		expect(refusalOf({ ['x'.repeat(50)]: 1 })).toMatch(/It has x{40}\.$/);
		expect(refusalOf({})).toMatch(/order\.id }}\.$/);
	});

	test.each([
		[['a', 'b'], /^is a list/],
		[[], /^is a list/],
		[NaN, /^is NaN, which is no number.* one of them is missing/],
		[Infinity, /^is Infinity/],
		[Symbol('x'), /^is a symbol.* Let the expression give a text/],
		[() => 'x', /^is a function/],
		['order [object Object]', /^contains an object.* Let the expression name one field/],
		['[object Array]', /^contains an object/],
		['on Invalid DateTime', /^contains a date that could not be read.* DateTime\.fromFormat/],
		['Invalid Date', /^contains a date that could not be read/],
		[DateTime.invalid('none'), /^contains a date that could not be read/],
		[new Date(NaN), /^contains a date that could not be read/],
	])('%p is refused', (raw, expected) => {
		expect(refusalOf(raw)).toMatch(expected);
	});

	test('whatever it is, it is a text of its own or refused with a remedy', () => {
		fc.assert(
			fc.property(fc.anything({ withDate: true, withBigInt: true }), (raw) => {
				const reading = readTextAsGiven(raw, 'Send Once per Key');
				if (reading.ok) {
					expect(reading.value).not.toMatch(/\[object /);
					expect(['boolean', 'symbol', 'function']).not.toContain(typeof raw);
					expect(Array.isArray(raw)).toBe(false);
				} else {
					expect(reading.problem.what).not.toBe('');
					expect(reading.problem.remedy).toMatch(/^[A-Z].*\.$/s);
				}
			}),
		);
	});
});

test.each([
	[undefined, 'nothing'],
	[' many ', '"many"'],
	[1.5, '1.5'],
	[true, 'true'],
	[[1], 'a list'],
	[{ a: 1 }, 'an object'],
	[Symbol('x'), 'a symbol'],
])('%p is told as %s', (raw, words) => {
	expect(inWords(raw)).toBe(words);
});
