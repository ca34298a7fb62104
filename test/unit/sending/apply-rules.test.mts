import { describe, expect, test } from '@jest/globals';

import { applyRules, isUnruled } from '../../../nodes/shared/sending/apply-rules.ts';
import { rules } from './recipients.mts';
import { only, sms, world } from './ruled-sms.mts';

const DAY = '2026-06-10T12:00:00+02:00';

describe('allowed recipients', () => {
	test('everybody else is rejected, and is told whom the node may text', () => {
		const set = { allowed: ['+336'] };
		const [allowed, other] = applyRules(
			[sms('+33612000001', set), sms('+32470123456', set)],
			world(DAY),
		);
		expect(allowed?.known).toBeNull();
		expect(other?.known).toMatchObject({
			status: 'rejected',
			statusText:
				"Not sent: +32470123456 is not among the numbers that this node may text. 'Allowed Recipients' has only +336.",
		});
	});
});

test('only where there is no rule that keeps anybody away is nobody looked at', () => {
	expect(isUnruled({ ...rules, maximumSms: 5 })).toBe(true);
	expect(isUnruled({ ...rules, allowed: ['+336'] })).toBe(false);
	expect(isUnruled({ ...rules, quietHours: 'ignore' })).toBe(false);
	expect(isUnruled({ ...rules, testRecipient: '+33612000001' })).toBe(false);
});

describe('people who want no advertising', () => {
	test('are skipped before they are paid for, and told why', () => {
		const unwanted = (to: string) =>
			to === '+33612000001' ? 'is on the blacklist of AllMySMS (stop)' : null;
		const set = { quietHours: 'ignore' as const };
		const [stopped, other] = applyRules(
			[sms('+33612000001', set), sms('+33612000002', set)],
			world(DAY, { unwanted }),
		);
		expect(stopped?.known).toMatchObject({
			status: 'skipped',
			statusText: 'Not sent: the number is on the blacklist of AllMySMS (stop).',
		});
		expect(other?.known).toBeNull();
		// A reminder is no advertising.
		expect(only(applyRules([sms('+33612000001', {})], world(DAY, { unwanted }))).known).toBeNull();
	});

	test('nothing leaves where nobody can tell who they are', () => {
		const problem = {
			what: 'the blacklist could not be read',
			remedy: 'Run the node again later.',
		};
		const { known } = only(
			applyRules(
				[sms('+33612000001', { quietHours: 'postpone' })],
				world(DAY, { unwanted: problem }),
			),
		);
		expect(known).toMatchObject({ status: 'rejected', problem });
	});
});
