import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readWholeNumber, wholeNumberOf } from '../../../nodes/shared/text/read-text.ts';

test.each([
	[7, 7],
	['7', 7],
	['1200', 1200],
	[' -7 ', -7],
	['+7', 7],
	[7n, 7],
	[7.5, null],
	['7.5', null],
	['7 000', null],
	['0x10', null],
	['1e3', null],
	['', null],
	[true, null],
	[[7], null],
	[{}, null],
	[null, null],
	[2 ** 60, null],
])('%p is %p', (raw, number) => {
	expect(wholeNumberOf(raw)).toBe(number);
});

test.each([
	[1, 1],
	['2000', 2000],
	['', 1000],
	[0, null],
	[2001, null],
	['many', null],
])('between 1 and 2000, %p is %p', (raw, number) => {
	const reading = readWholeNumber(raw, 'Request Size', 1000, { from: 1, to: 2000 });
	expect(reading.ok ? reading.value : null).toBe(number);
});

test('a range without an end is told so', () => {
	expect(readWholeNumber(-1, 'Maximum SMS', 0, { from: 0, to: Infinity })).toMatchObject({
		problem: { remedy: 'Enter a whole number from 0.' },
	});
});

test('whatever it is, it is a number of the range or refused', () => {
	fc.assert(
		fc.property(fc.anything({ withBigInt: true }), (raw) => {
			const reading = readWholeNumber(raw, 'Request Size', 1000, { from: 1, to: 2000 });
			if (reading.ok) {
				expect(reading.value).toBeGreaterThanOrEqual(1);
				expect(reading.value).toBeLessThanOrEqual(2000);
				expect(['string', 'number', 'bigint', 'undefined', 'object']).toContain(typeof raw);
			} else {
				expect(reading.problem.what).toMatch(/^'Request Size' is /);
				expect(reading.problem.remedy).toBe('Enter a whole number from 1 to 2000.');
			}
		}),
	);
});
