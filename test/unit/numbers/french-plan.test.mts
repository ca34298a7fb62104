import { describe, expect, test } from '@jest/globals';

import { frenchNumber, machineNumber } from '../../../nodes/shared/numbers/dialling.ts';
import { readLandline } from '../../../nodes/shared/sending/sender.ts';
import { readTypedNumber } from '../../../nodes/shared/numbers/typed-number.ts';

describe('the French plan', () => {
	test.each([
		['262123456', '+262262123456'],
		['263123456', '+262263123456'],
		['269612345', '+262269612345'],
		['590123456', '+590590123456'],
		['594123456', '+594594123456'],
		['596123456', '+596596123456'],
		['639123456', '+262639123456'],
		['690123456', '+590690123456'],
		['691123456', '+590691123456'],
		['692123456', '+262692123456'],
		['693123456', '+262693123456'],
		['694123456', '+594694123456'],
		['696123456', '+596696123456'],
		['697123456', '+596697123456'],
		// Ranges that are in no list here.
		['708501234', '+508708501234'],
		['709000123', '+590709000123'],
		['709123456', '+596709123456'],
		['508412345', '+508412345'],
		['508612345', '+33508612345'],
		['612345678', '+33612345678'],
		['123456789', '+33123456789'],
		['999999999', '+33999999999'],
	])('%s behind the zero is %s', (digits, number) => {
		expect(frenchNumber(digits)).toBe(number);
	});

	test.each([
		['07001234567890', '+337001234567890'],
		['+337001234567890', '+337001234567890'],
		['337001234567890', '+337001234567890'],
		['7001234567890', '+337001234567890'],
		['0700123456789', null],
		['070012345678901', null],
		['447001234567890', null],
		['0612345678', null],
	])('%s as the number of a machine is %p', (dialled, number) => {
		expect(machineNumber(dialled)).toBe(number);
	});

	test('belongs to those who dial it: elsewhere the same digits are another number', () => {
		expect(readTypedNumber('0700 12345 67890', 'RE').ok).toBe(true);
		expect(readTypedNumber('0700 12345 67890', 'BE').ok).toBe(false);
	});

	test.each([
		['0262 12 34 56', '+262262123456'],
		['0269 61 23 45', '+262269612345'],
		['0590 12 34 56', '+590590123456'],
		['0594 12 34 56', '+594594123456'],
	])('has landlines overseas too: %s', (given, number) => {
		expect(readTypedNumber(given, 'FR')).toMatchObject({
			ok: false,
			problem: {
				what: `"${given}" is a landline number, which gets no SMS`,
				remedy: `Use a mobile number; write ${number} to try all the same.`,
			},
		});
	});
});

describe('the landline that a voice message comes from', () => {
	const landline = (given: string) => readLandline(given, 'Caller Number');

	test.each([
		['01 23 45 67 89', '0123456789'],
		['+33 5 12 34 56 78', '0512345678'],
		['0033 9 12 34 56 78', '0912345678'],
		['33412345678', '0412345678'],
		['212345678', '0212345678'],
	])('%s', (given, national) => {
		expect(landline(given)).toEqual({ ok: true, value: national });
	});

	test.each([
		'0612345678',
		'0712345678',
		'0812345678',
		'+32 2 123 45 67',
		'01 23 45 67 8',
		'01 23 45 67 89 0',
		'1234567890',
		'Anna',
	])('%s is none', (given) => {
		expect(landline(given)).toMatchObject({
			ok: false,
			problem: { what: `'Caller Number': "${given}" is not a French landline number` },
		});
	});

	test('what is no number at all is told by its beginning', () => {
		const { problem } = landline('x'.repeat(100)) as { problem?: { what: string } };
		expect(problem?.what).toContain(`"${'x'.repeat(40)}" is not`);
	});
});
