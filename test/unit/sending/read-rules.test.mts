import { describe, expect, test } from '@jest/globals';

import { readOptions } from '../../../nodes/shared/sending/options.ts';
import { rules } from './recipients.mts';

describe('what the options say', () => {
	const rulesOf = (options: Record<string, unknown>) => {
		const reading = readOptions(options);
		if (!reading.ok) throw new Error(reading.problem.what);
		return reading.value.rules;
	};

	test.each([
		[{}, {}],
		[{ allowedRecipients: '+336' }, { allowed: ['+336'] }],
		[{ testRecipient: '06 12 00 00 01' }, { testRecipient: '+33612000001' }],
		[
			{ maximumSms: 5, providerTimezone: 'UTC' },
			{ maximumSms: 5, providerTimezone: 'UTC' },
		],
		[{ marketing: true, quietHours: 'reject' }, { quietHours: 'reject' }],
		[{ marketing: false, quietHours: 'reject' }, {}],
	])('%j', (options, expected) => {
		expect(rulesOf(options)).toEqual({ ...rules, ...expected });
	});

	test('several test phones, or none that can be read, are told', () => {
		const refused = { ok: false, problem: { what: expect.stringMatching(/^'Test Recipient' /) } };
		expect(readOptions({ testRecipient: '0612000001, 0612000002' })).toMatchObject(refused);
		expect(readOptions({ testRecipient: 'Anna' })).toMatchObject({
			ok: false,
			problem: {
				what: `'Test Recipient' cannot be used: "Anna" is not a phone number`,
				remedy: expect.stringMatching(/^Correct the number.* Only one number can be given\.$/),
			},
		});
	});

	test('the test phone must be one of them', () => {
		expect(readOptions({ allowedRecipients: '+336', testRecipient: '+32470123456' })).toMatchObject(
			{ ok: false, problem: { what: expect.stringContaining("'Test Recipient' is +32470123456") } },
		);
		expect(readOptions({ allowedRecipients: '+336', testRecipient: '0612000001' }).ok).toBe(true);
	});
});

describe('rules that an expression lost', () => {
	test.each([
		['allowedRecipients', 'Allowed Recipients'],
		['marketing', 'Marketing'],
		['maximumSms', 'Maximum SMS'],
		['testRecipient', 'Test Recipient'],
	])('%s is refused where it is there and says nothing', (key, name) => {
		for (const value of [undefined, null, '', '  ', ',', ' ; \n', [], [null], ['', [' ']]]) {
			expect(readOptions({ [key]: value })).toMatchObject({
				ok: false,
				problem: { what: expect.stringContaining(`'${name}' is empty`) },
			});
		}
	});

	test('advertising always tells how to unsubscribe', () => {
		expect(readOptions({ marketing: true })).toMatchObject({
			ok: true,
			value: { stopMention: true },
		});
	});
});
