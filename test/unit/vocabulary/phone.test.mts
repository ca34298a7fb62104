import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { readTypedNumber } from '../../../nodes/shared/numbers/typed-number.ts';
import { providerPhone, readInvalidNumbers } from '../../../nodes/shared/vocabulary/phone.ts';
import { wireDigits } from '../../../nodes/shared/vocabulary/spellings.ts';

describe("the provider's numbers carry a country code, unless they begin with 0", () => {
	test.each([
		['33612345678', '+33612345678'],
		[33612345678, '+33612345678'],
		['+33612345678', '+33612345678'],
		['0033612345678', '+33612345678'],
		[' 33 6 12 34 56 78', '+33612345678'],
		['0612345678', '+33612345678'],
		['687751234', '+687751234'],
		['681821234', '+681821234'],
		['508551234', '+508551234'],
		['376312345', '+376312345'],
		['0692112233', '+262692112233'],
		['33692112233', '+262692112233'],
		['262692112233', '+262692112233'],
		['33508551234', '+508551234'],
		['337001234567890', '+337001234567890'],
		['07001234567890', '+337001234567890'],
		// Not in use as far as is known, and yet it is somebody.
		['33700000001', '+33700000001'],
	])('%p is %s', (given, number) => {
		expect(providerPhone(given)).toBe(number);
	});

	test.each([
		['36180', '36180'],
		['3 61 80', '36180'],
		// No country code and no zero: nobody can say whose it is.
		['612345678', '612345678'],
		['999123456789', '999123456789'],
		['MyShop', 'MyShop'],
		[null, null],
		[undefined, null],
		['', null],
	])('%p is no number, and stays %p', (given, kept) => {
		expect(providerPhone(given)).toBe(kept);
	});
});

/** Numbers in use, of every country, beside the example that the library has of each. */
const inUse = fc
	.tuple(fc.constantFrom(...getCountries()), fc.stringMatching(/^\d{1,4}$/))
	.map(([country, ending]) => {
		const example = getExampleNumber(country, examples);
		if (!example) return null;
		const text = example.number.slice(0, -ending.length) + ending;
		const changed = parsePhoneNumberFromString(text);
		return { country, number: changed?.isValid() ? changed : example };
	})
	.filter((drawn) => drawn !== null);

const PLACES = ['FR', 'RE', 'NC', 'BE', 'US', 'AU', 'IT', 'MX', 'PM'] as const;

test('a number means the same wherever it is read again, in every country', () => {
	fc.assert(
		fc.property(inUse, fc.constantFrom(...PLACES), ({ country, number }, place) => {
			const said = providerPhone(wireDigits(number.number));
			expect(said).toMatch(/^\+\d{6,15}$/);
			expect(providerPhone(said)).toBe(said);
			for (const spelling of [said, number.number, number.formatInternational()]) {
				expect(readTypedNumber(spelling, place)).toEqual({ ok: true, value: said });
			}
			expect(readTypedNumber(number.formatNational(), country)).toEqual({ ok: true, value: said });
		}),
		{ numRuns: 5_000 },
	);
});

test('what was typed is read the same again, by both readers', () => {
	const written = fc.tuple(
		fc.constantFrom('', '0', '33', '+33', '0033', '32', '+41', '0041', '590', '687', '+508'),
		fc.stringMatching(/^[1-9]\d{5,8}$/),
		fc.constantFrom(...PLACES),
	);
	fc.assert(
		fc.property(written, ([prefix, rest, place]) => {
			const reading = readTypedNumber(prefix + rest, place);
			if (!reading.ok) return;
			expect(readTypedNumber(reading.value, place)).toEqual(reading);
			const known = parsePhoneNumberFromString(reading.value)?.isValid();
			if (known) expect(providerPhone(wireDigits(reading.value))).toBe(reading.value);
		}),
		{ numRuns: 5_000 },
	);
});

test.each([
	['33612345678|0692112233', ['+33612345678', '+262692112233']],
	[['33692112233', '262692112233'], ['+262692112233']],
	[
		[{ phoneNumber: 687751234 }, { x: ['33612345678'] }],
		['+687751234', '+33612345678'],
	],
	['', []],
	[null, []],
])('invalid numbers: %j', (raw, numbers) => {
	expect(readInvalidNumbers(raw)).toEqual(numbers);
});
