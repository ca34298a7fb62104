import { describe, expect, test } from '@jest/globals';
import { isSwitchedOn, readSwitch } from '../../../nodes/shared/text/read-text.ts';

test.each([
	[true, true],
	['Yes', true],
	[1, true],
	[false, false],
	['maybe', false],
	[undefined, false],
])('isSwitchedOn(%p) is %p', (raw, expected) => {
	expect(isSwitchedOn(raw)).toBe(expected);
});

describe('readSwitch', () => {
	test.each([true, 'true', 'TRUE', 1, '1', 'yes', 'on', ' on '])('takes %p for on', (raw) => {
		expect(readSwitch(raw, 'Flash SMS', false)).toEqual({ ok: true, value: true });
	});

	test.each([false, 'false', 'No', 0, '0', 'off'])('takes %p for off', (raw) => {
		expect(readSwitch(raw, 'Flash SMS', true)).toEqual({ ok: true, value: false });
	});

	test.each([undefined, null, '', '  '])('takes %p for the fallback', (raw) => {
		expect(readSwitch(raw, 'Flash SMS', true)).toEqual({ ok: true, value: true });
		expect(readSwitch(raw, 'Flash SMS', false)).toEqual({ ok: true, value: false });
	});

	test.each([
		['oui', '"oui"'],
		['maybe', '"maybe"'],
		['option', '"option"'],
		['one', '"one"'],
		['north', '"north"'],
		['kickoff', '"kickoff"'],
		['10', '"10"'],
		[2, '2'],
		['undefined', '"undefined"'],
		[['true'], 'a list'],
		[{ on: true }, 'an object'],
	])('refuses %p instead of guessing', (raw, told) => {
		expect(readSwitch(raw, 'Simulate', false)).toEqual({
			ok: false,
			problem: { what: `'Simulate' is ${told}`, remedy: 'Use true or false.' },
		});
	});
});
