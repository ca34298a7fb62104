import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import {
	isCountryCode,
	readPhoneNumber,
	splitRecipients,
} from '../../../nodes/shared/numbers/phone-numbers.ts';

const read = (given: unknown, country = 'FR') => {
	const reading = readPhoneNumber(given, country);
	return reading.ok ? reading.digits : `${reading.given}: ${reading.reason}`;
};

describe('readPhoneNumber', () => {
	test.each([
		'06 12 34 56 78',
		'0612345678',
		'06.12.34.56.78',
		'06-12-34-56-78',
		'06/12/34/56/78',
		'06\u00a012\u202f34\u200956\u300078',
		'+33 6 12 34 56 78',
		'+33612345678',
		'+33 (0)6 12 34 56 78',
		'(+33) 6 12 34 56 78',
		'0033 6 12 34 56 78',
		'0033 (0)6 12 34 56 78',
		'33 (0)6 12 34 56 78',
		'33612345678',
		33612345678,
		33612345678n,
		'612345678',
		612345678,
		3.3612345678e10,
		'33612345678.0',
		'612345678.00',
		'3.3612345678E+10',
		'０６１２３４５６７８',
		'＋３３６１２３４５６７８',
		'٠٦١٢٣٤٥٦٧٨',
		"'0612345678",
		'"06 12 34 56 78"',
		'tel:+33612345678',
		'\u202a+33 6 12 34 56 78\u202c',
		'\ufeff06\u200b12345678\u00ad',
		'- 06 12 34 56 78',
		'06–12–34–56–78',
	])('%p', (given) => {
		expect(read(given)).toBe('33612345678');
	});

	test.each([
		['32470123456', '32470123456'],
		[41791234567, '41791234567'],
		['44 7911 123456', '447911123456'],
		['1 415 555 2671', '14155552671'],
		['+225 07 12 34 56 78', '2250712345678'],
		['+44 (0)7911 123456', '447911123456'],
		['+49 (0)151 23456789', '4915123456789'],
	])('a number of another country: %p', (given, digits) => {
		expect(read(given)).toBe(digits);
	});

	test.each([
		['0470 12 34 56', 'BE', '32470123456'],
		['470123456', 'BE', '32470123456'],
		['079 123 45 67', 'CH', '41791234567'],
		['33612345678', 'BE', '33612345678'],
		['33612345678', 'DE', '33612345678'],
		['33612345678', 'US', '33612345678'],
		['011 33 612345678', 'US', '33612345678'],
		['(415) 555-2671', 'US', '14155552671'],
		['333 123 4567', 'IT', '393331234567'],
		['0612345678', 'MA', '212612345678'],
		['0690 12 34 56', 'GP', '590690123456'],
	])('%p in %s', (given, country, digits) => {
		expect(read(given, country)).toBe(digits);
	});

	test.each([
		['0690 12 34 56', '590690123456'],
		['0692 12 34 56', '262692123456'],
		['0696 12 34 56', '596696123456'],
		['0694 12 34 56', '594694123456'],
		[692123456, '262692123456'],
		['590690123456', '590690123456'],
		// A country code that somebody wrote is not second-guessed.
		['+33690123456', '33690123456'],
	])('overseas, dialled from France: %p', (given, digits) => {
		expect(read(given)).toBe(digits);
	});

	test.each([
		['01 02 03 04 05', '33102030405'],
		['0700000001', '33700000001'],
		['298212345', '33298212345'],
	])('what is possible in the default country is taken: %p', (given, digits) => {
		expect(read(given)).toBe(digits);
	});

	test.each([
		['abc', 'abc: is not a phone number'],
		['06 12 34 56 7O', '06 12 34 56 7O: is not a phone number'],
		['06 12 34 56 78 (Anna)', '06 12 34 56 78 (Anna): is not a phone number'],
		['12', '12: is too short for a phone number'],
		['36180', '36180: is too short for a phone number'],
		['06 12 34 56 7', '06 12 34 56 7: is too short for a phone number'],
		['06 12 34 56 78 9', '06 12 34 56 78 9: is too long for a phone number'],
		['6612345678', '6612345678: is too long for a phone number'],
		['+06 12 34 56 78', '+06 12 34 56 78: has a country code that does not exist'],
		['+999 123456789', '+999 123456789: has a country code that does not exist'],
		['3.36E+10', '3.36E+10: was shortened by a spreadsheet; format its column as text'],
		[NaN, 'NaN: is not a phone number'],
		[-33612345678, '-33612345678: is not a phone number'],
		[612345678.5, '612345678.5: is not a phone number'],
		[1e21, '1e+21: is not a phone number'],
		[true, 'true: is not a phone number'],
		[{ phone: '06' }, '{"phone":"06"}: is not a phone number'],
		[null, 'null: is not a phone number'],
	])('%p is refused', (given, expected) => {
		expect(read(given)).toBe(expected);
	});

	test('never throws, and gives digits or a reason', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (given) => {
				const reading = readPhoneNumber(given, 'FR');
				if (reading.ok) expect(reading.digits).toMatch(/^[1-9]\d{5,14}$/);
				else expect(reading.reason).not.toBe('');
			}),
		);
	});

	test('what was read is read the same again, with and without plus', () => {
		const written = fc.tuple(
			fc.constantFrom('', '0', '33', '+33', '0033', '32', '+41', '0041', '590'),
			fc.stringMatching(/^[1-9]\d{7,8}$/),
		);
		fc.assert(
			fc.property(written, ([prefix, rest]) => {
				const reading = readPhoneNumber(prefix + rest, 'FR');
				if (reading.ok) expect(read(`+${reading.digits}`)).toBe(reading.digits);
			}),
		);
	});

	test('French mobile numbers are read as the library reads them', () => {
		const mobile = fc.tuple(
			fc.constantFrom('0', '', '33', '+33', '0033'),
			fc.stringMatching(/^[67]\d{8}$/),
		);
		fc.assert(
			fc.property(mobile, ([prefix, rest]) => {
				const number = parsePhoneNumberFromString(`+33${rest}`);
				if (number?.isValid()) expect(read(prefix + rest)).toBe(number.number.slice(1));
			}),
			{ numRuns: 2_000 },
		);
	});

	test('a text of a million signs is refused', () => {
		for (const sign of ['1', ' ', '+', '.', "'", 'e', '(', '[']) {
			for (const end of ['', 'x']) {
				const reading = readPhoneNumber(`${sign.repeat(1_000_000)}${end}`, 'FR');
				expect(reading.ok).toBe(false);
			}
			expect(splitRecipients(`[${sign.repeat(1_000_000)}x`).length).toBeGreaterThan(0);
		}
	});
});

describe('splitRecipients', () => {
	test.each([
		['06 12, 07;08\n09', ['06 12', '07', '08', '09']],
		[' ,;\r\n', []],
		['', []],
		[undefined, []],
		[null, []],
		[33612345678, [33612345678]],
		[
			['06', 7, null, '', ['08', ['09,10']]],
			['06', 7, '08', '09', '10'],
		],
		['["06","07"]', ['06', '07']],
		['[06]', ['[06]']],
		[{ phone: '06' }, [{ phone: '06' }]],
	])('%p', (raw, expected) => {
		expect(splitRecipients(raw)).toEqual(expected);
	});
});

test.each([
	['FR', true],
	['BE', true],
	['RE', true],
	['fr', false],
	['XX', false],
	['', false],
])('%p is a country: %p', (code, expected) => {
	expect(isCountryCode(code)).toBe(expected);
});
