import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	isAllowedRecipient,
	notAllowed,
	readAllowedRecipients,
} from '../../../nodes/shared/sending/rules.ts';

const read = (raw: unknown, country = 'FR') => {
	const reading = readAllowedRecipients(raw, 'Allowed Recipients', country);
	return reading.ok ? reading.value : reading.problem.what;
};

describe('whom a node may text', () => {
	test.each([
		['+336', ['+336']],
		['+336, +337', ['+336', '+337']],
		['+336*; 00337 **', ['+336', '+337']],
		['06 12 00 00 01', ['+33612000001']],
		['+33 6 12 00 00 01\n+32470', ['+33612000001', '+32470']],
		// Overseas numbers have their own code in every output.
		['0690 00 00 01', ['+590690000001']],
		['+33692, 0033 590, +3369', ['+262692', '+590590', '+3369']],
		[
			['+336', '0612000001'],
			['+336', '+33612000001'],
		],
		['', []],
	])('%p', (raw, allowed) => {
		expect(read(raw)).toEqual(allowed);
	});

	test('a national number belongs to the default country', () => {
		expect(read('0470 12 34 56', 'BE')).toEqual(['+32470123456']);
	});

	test.each(['06', '336', '+', 'everybody', '+0', '*', '+33*6'])('%p is refused', (raw) => {
		expect(read(raw)).toContain('neither a number nor the beginning of numbers');
	});

	test('everybody else is told in words that name the number and what is allowed', () => {
		const allowed = ['+336', '+337', '+32470123456', '+41', '+352', '+377'];
		expect(isAllowedRecipient('+33612000001', allowed)).toBe(true);
		expect(isAllowedRecipient('+32470123456', allowed)).toBe(true);
		expect(isAllowedRecipient('+32470123457', allowed)).toBe(false);
		expect(notAllowed('+32470123457', allowed)).toMatchObject({
			what: '+32470123457 is not among the numbers that this node may text',
			remedy: "'Allowed Recipients' has only +336, +337, +32470123456, +41, +352 and 1 more.",
			kind: 'the number is not among those that this node may text',
		});
		expect(notAllowed('+1', allowed.slice(0, 5)).remedy).toMatch(/, \+352\.$/);
	});

	test('what is allowed begins with an entry, whatever the entries', () => {
		const digits = fc.stringMatching(/^\+[1-9]\d{0,5}$/);
		fc.assert(
			fc.property(
				fc.array(digits, { maxLength: 5 }),
				fc.stringMatching(/^\+[1-9]\d{7,13}$/),
				(entries, to) => {
					const allowed = readAllowedRecipients(entries.join(','), 'Allowed Recipients', 'FR');
					if (!allowed.ok) throw new Error(allowed.problem.what);
					const expected = entries.some((entry) => to.startsWith(entry));
					expect(isAllowedRecipient(to, allowed.value)).toBe(expected);
				},
			),
		);
	});
});
