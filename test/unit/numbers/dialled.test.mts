import { describe, expect, test } from '@jest/globals';

import { readDialled, splitRecipients } from '../../../nodes/shared/numbers/dialling.ts';
import { readTypedNumber } from '../../../nodes/shared/numbers/typed-number.ts';

describe('splitRecipients', () => {
	test.each([
		['33612345678,00', ['33612345678,00']],
		['33612345678,00;33687654321,0', ['33612345678,00', '33687654321,0']],
		['33612345678,33687654321', ['33612345678', '33687654321']],
		['0612345678,0033687654321', ['0612345678', '0033687654321']],
		['3,36E+10', ['3,36E+10']],
		['0612345678,3,36E+10', ['0612345678', '3,36E+10']],
		['tel:+33612345678;phone-context=fr', ['tel:+33612345678;phone-context=fr']],
		[
			'tel:+33612345678;phone-context=fr;sms:+33687654321?body=Yes, please',
			['tel:+33612345678;phone-context=fr', 'sms:+33687654321'],
		],
		['smsto:+33612345678:Hello, you', ['smsto:+33612345678']],
		['sms:+33612345678,+33687654321', ['sms:+33612345678', '+33687654321']],
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
	])('%p is split into %j', (raw, expected) => {
		expect(splitRecipients(raw)).toEqual(expected);
	});
});

const dialled = (given: string) => {
	const reading = readDialled(given);
	return reading.ok ? reading.value : reading.problem.what;
};

const NO_NUMBER = 'is not a phone number';
const SHORTENED = 'was shortened by a spreadsheet; format its column as text';

describe('what is dialled', () => {
	test.each([
		// As spreadsheets write long numbers, with and without a sign, in quotes and between blanks.
		['3.3612345678e10', '33612345678'],
		['3,3612345678E+10', '33612345678'],
		[' "\t3.3612345678E+10 " ', '33612345678'],
		[`''0612345678''`, '0612345678'],
		['3E+10', SHORTENED],
		['3.36e+1', SHORTENED],
		['x3.36E+10', NO_NUMBER],
		['3.36E+10x', NO_NUMBER],
		['Anna 06 12 34 56 78', NO_NUMBER],
		// The text of a link may be long; the number itself is not.
		[`sms:+33612345678?body=${'long '.repeat(60)}`, '+33612345678'],
		[`  smsto:0612345678:${'long '.repeat(60)}`, '0612345678'],
		['0'.repeat(100), '+'.padEnd(99, '0')],
		['1'.repeat(101), NO_NUMBER],
		['tel://0612345678', '0612345678'],
		['CALLTO:06 12 34 56 78 ;ext=5', '0612345678'],
	])('%j: %s', (given, expected) => {
		expect(dialled(given)).toBe(expected);
	});

	test.each([
		['tel:0470123456;phone-context=+32', '+32470123456'],
		['tel:470123456;phone-context=+32;ext=1', '+32470123456'],
		// The number says more than its context, and a name is no country.
		['tel:+33612345678;phone-context=+32', '+33612345678'],
		['tel:0612345678;phone-context=example.com', '+33612345678'],
	])('a local number of a link belongs to the country of the link: %s', (given, number) => {
		expect(readTypedNumber(given, 'FR')).toEqual({ ok: true, value: number });
	});
});

test.each([
	['0612345678', ['0612345678']],
	['+33612345678', ['+33612345678']],
	[
		['+33612345678', '+33687654321'],
		['+33612345678', '+33687654321'],
	],
])('numbers that stand alone: %j', (raw, numbers) => {
	expect(splitRecipients(raw)).toEqual(numbers);
});
