import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { splitRecipients } from '../../../nodes/shared/numbers/dialling.ts';
import { isCountryCode, readTypedNumber } from '../../../nodes/shared/numbers/typed-number.ts';

const read = (given: unknown, country = 'FR') => {
	const reading = readTypedNumber(given, country);
	return reading.ok ? reading.value : reading.problem.what;
};

describe('readTypedNumber', () => {
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
	])('%p is a mobile number of France', (given) => {
		expect(read(given)).toBe('+33612345678');
	});

	test.each([
		['32470123456', '+32470123456'],
		[41791234567, '+41791234567'],
		['44 7911 123456', '+447911123456'],
		['1 415 555 2671', '+14155552671'],
		['+225 07 12 34 56 78', '+2250712345678'],
		['+44 (0)7911 123456', '+447911123456'],
		['+49 (0)151 23456789', '+4915123456789'],
	])('a number of another country: %p', (given, digits) => {
		expect(read(given)).toBe(digits);
	});

	test.each([
		['0470 12 34 56', 'BE', '+32470123456'],
		['470123456', 'BE', '+32470123456'],
		['079 123 45 67', 'CH', '+41791234567'],
		['33612345678', 'BE', '+33612345678'],
		['33612345678', 'DE', '+33612345678'],
		['33612345678', 'US', '+33612345678'],
		['011 33 612345678', 'US', '+33612345678'],
		['(415) 555-2671', 'US', '+14155552671'],
		['333 123 4567', 'IT', '+393331234567'],
		['0612345678', 'MA', '+212612345678'],
		['0690 12 34 56', 'GP', '+590690123456'],
	])('%p in %s', (given, country, digits) => {
		expect(read(given, country)).toBe(digits);
	});

	test.each([
		['0690 12 34 56', '+590690123456'],
		['0692 12 34 56', '+262692123456'],
		['0696 12 34 56', '+596696123456'],
		['0694 12 34 56', '+594694123456'],
		[692123456, '+262692123456'],
		['590690123456', '+590690123456'],
		// Written with the code of France it is the same phone.
		['+33690123456', '+590690123456'],
		['+33 692 12 34 56', '+262692123456'],
		['0508 55 12 34', '+508551234'],
		['+33508551234', '+508551234'],
	])('overseas, dialled from France: %p', (given, digits) => {
		expect(read(given)).toBe(digits);
	});

	test.each([
		['06 12 34 56 78', '+33612345678'],
		['0692 12 34 56', '+262692123456'],
		['0690 12 34 56', '+590690123456'],
		['612345678', '+33612345678'],
		['33612345678', '+33612345678'],
		['+33612345678', '+33612345678'],
	])('%p is dialled alike all over the French plan', (given, number) => {
		for (const country of 'FR RE GP MQ GF PM YT MF BL NC PF WF'.split(' ')) {
			expect(`${country} ${read(given, country)}`).toBe(`${country} ${number}`);
		}
	});

	test.each([
		['75 12 34', 'NC', '+687751234'],
		['687751234', 'NC', '+687751234'],
		['687751234', 'FR', '+33687751234'],
		['87 12 34 56', 'PF', '+68987123456'],
		['82 12 34', 'WF', '+681821234'],
		['55 12 34', 'PM', '+508551234'],
		['312345', 'AD', '+376312345'],
	])('the short numbers overseas: %p in %s', (given, country, number) => {
		expect(read(given, country)).toBe(number);
	});

	test.each([
		['07 12 34 56 78', '+33712345678'],
		['33 7 12 34 56 78', '+33712345678'],
		['0639 12 34 56', '+262639123456'],
		['33639123456', '+262639123456'],
		['0690 00 00 01', '+590690000001'],
		['0694 99 99 99', '+594694999999'],
	])('06 and 07 are mobile whether or not a list has their range yet: %p', (given, number) => {
		for (const country of ['FR', 'YT', 'NC']) expect(read(given, country)).toBe(number);
		expect(read(number)).toBe(number);
	});

	test.each(['0700 12345 67890', '33 700 1234567890', '+33 700 12345 67890'])(
		'the number of a machine: %p',
		(given) => {
			expect(read(given)).toBe('+337001234567890');
		},
	);

	test.each([
		['33612345678,00', '+33612345678'],
		['612345678,0', '+33612345678'],
		['3,3612345678E+10', '+33612345678'],
		['tel:+33612345678;phone-context=fr', '+33612345678'],
		['tel:0612345678;phone-context=+33', '+33612345678'],
		['sms:+33612345678', '+33612345678'],
		['sms:+33612345678?body=Yes', '+33612345678'],
		['smsto:0612345678:Hello', '+33612345678'],
	])('what spreadsheets and links make of it: %p', (given, number) => {
		expect(read(given)).toBe(number);
	});

	test.each([
		['0700000001', 'is not a number in use', '+33700000001'],
		['33700000001', 'is not a number in use', '+33700000001'],
		['01 02 03 04 05', 'is a landline number, which gets no SMS', '+33102030405'],
		['0596 12 34 56', 'is a landline number, which gets no SMS', '+596596123456'],
		['+612345678', 'has a plus in front, but no country code that fits', '+33612345678'],
		['+0612345678', 'has a country code that does not exist', null],
	])('%p is refused, unless somebody insists', (given, reason, insisted) => {
		const reading = readTypedNumber(given, 'FR');
		expect(reading).toMatchObject({
			ok: false,
			problem: { given, what: `"${given}" ${reason}`, kind: `the number ${reason}` },
		});
		if (insisted === null) return;
		expect(reading.ok ? '' : reading.problem.remedy).toContain(insisted);
		expect(read(insisted)).toBe(insisted);
	});

	test.each([
		['abc', '"abc" is not a phone number'],
		['06 12 34 56 7O', '"06 12 34 56 7O" is not a phone number'],
		['06 12 34 56 78 (Anna)', '"06 12 34 56 78 (Anna)" is not a phone number'],
		['12', '"12" is too short for a phone number'],
		['36180', '"36180" is too short for a phone number'],
		['06 12 34 56 7', '"06 12 34 56 7" is too short for a phone number'],
		['06 12 34 56 78 9', '"06 12 34 56 78 9" is too long for a phone number'],
		['6612345678', '"6612345678" is too long for a phone number'],
		['+06 12 34 56 78', '"+06 12 34 56 78" has a country code that does not exist'],
		['+999 123456789', '"+999 123456789" has a country code that does not exist'],
		['3,36E+10', '"3,36E+10" was shortened by a spreadsheet; format its column as text'],
		['3.36E+10', '"3.36E+10" was shortened by a spreadsheet; format its column as text'],
		[NaN, '"NaN" is not a phone number'],
		[-33612345678, '"-33612345678" is not a phone number'],
		[-33612345678n, '"-33612345678" is not a phone number'],
		['  abc\n', '"abc" is not a phone number'],
		[{ list: 'x'.repeat(200) }, `"{"list":"${'x'.repeat(91)}" is not a phone number`],
		[612345678.5, '"612345678.5" is not a phone number'],
		[1e21, '"1e+21" is not a phone number'],
		[true, '"true" is not a phone number'],
		[{ phone: '06' }, '"{"phone":"06"}" is not a phone number'],
		[null, '"null" is not a phone number'],
	])('%p is refused', (given, expected) => {
		expect(read(given)).toBe(expected);
	});

	test('what can be done about it is told', () => {
		expect(readTypedNumber('abc', 'FR')).toMatchObject({
			problem: { remedy: 'Correct the number; a foreign one needs its country code.' },
		});
	});

	test('never throws, and gives E.164 or a reason', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (given) => {
				const reading = readTypedNumber(given, 'FR');
				if (reading.ok) expect(reading.value).toMatch(/^\+[1-9]\d{5,14}$/);
				else expect(reading.problem.what).not.toBe('');
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
				if (number?.isValid()) expect(read(prefix + rest)).toBe(number.number);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('a text of a million signs is refused', () => {
		for (const sign of ['1', ' ', '+', '.', "'", 'e', '(', '[']) {
			for (const end of ['', 'x']) {
				const reading = readTypedNumber(`${sign.repeat(1_000_000)}${end}`, 'FR');
				expect(reading.ok).toBe(false);
			}
			expect(splitRecipients(`[${sign.repeat(1_000_000)}x`).length).toBeGreaterThan(0);
		}
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
