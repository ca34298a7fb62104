import { describe, expect, test } from '@jest/globals';

import { applyRules } from '../../../nodes/shared/sending/apply-rules.ts';
import { badNumber, rules } from './recipients.mts';
import { only, sms, world } from './ruled-sms.mts';

const DAY = '2026-06-10T12:00:00+02:00';
const NIGHT = '2026-06-10T22:30:00+02:00';

describe('a test phone', () => {
	const set = { testRecipient: '+33699999999', quietHours: 'reject' as const };

	test('gets the first five texts at once; nobody else gets anything', () => {
		const people = Array.from({ length: 8 }, (_, index) => sms(`+3361200000${index}`, set, NIGHT));
		const ruled = applyRules([badNumber('nonsense', 0), ...people], world(NIGHT));
		expect(ruled.map(({ known }) => known?.status ?? 'open')).toEqual([
			'rejected',
			...Array<string>(5).fill('open'),
			...Array<string>(3).fill('skipped'),
		]);
		const open = ruled.filter(({ known }) => known === null);
		expect(open.map(({ to, meantFor }) => [to, meantFor])).toEqual(
			people.slice(0, 5).map(({ to }) => ['+33699999999', to]),
		);
		for (const { message } of open) {
			expect(message).toMatchObject({ uniqueKey: null, scheduledFor: null });
			expect(message.settings).toMatchObject({ date: null, uniqueIdentifier: null });
		}
	});

	test.each([
		{ testRecipient: '+33699999999' },
		{ allowed: ['+32'] },
		{ quietHours: 'postpone' as const },
		{ quietHours: 'reject' as const },
	])('changes nothing of what is decided already, as other rules do: %j', (rule) => {
		const bad = badNumber('nonsense', 0);
		const decided = { ...bad, message: { ...bad.message, rules: { ...rules, ...rule } } };
		const unwanted = () => 'is on the blacklist';
		expect(only(applyRules([decided], world(NIGHT, { unwanted })))).toBe(decided);
	});

	test('uses up neither the key nor the identifier of a message, and keeps no date', () => {
		const given = sms('+33612000001', set, NIGHT);
		const settings = {
			...given.message.settings,
			date: '2026-06-10 22:30:00',
			uniqueIdentifier: 'order-1',
		};
		const keyed = { ...given, message: { ...given.message, settings, uniqueKey: 'order-1' } };
		const { to, message, meantFor } = only(applyRules([keyed], world(DAY)));
		expect([to, meantFor]).toEqual(['+33699999999', '+33612000001']);
		expect(message).toEqual({
			...keyed.message,
			settings: { ...settings, date: null, uniqueIdentifier: null },
			uniqueKey: null,
			scheduledFor: null,
		});
	});

	test('gets messages that were one as one: they leave in one request', () => {
		const first = sms('+33612000001', set);
		const [one, same, other] = applyRules(
			[first, { ...first, to: '+33612000002' }, sms('+33612000003', set)],
			world(DAY),
		);
		expect(one?.message).toBe(same?.message);
		expect(other?.message).not.toBe(one?.message);
	});
});
