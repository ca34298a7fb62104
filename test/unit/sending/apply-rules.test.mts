import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';

import { applyRules, quietSince } from '../../../nodes/shared/sending/apply-rules.ts';
import { readOptions } from '../../../nodes/shared/sending/options.ts';
import type { Content } from '../../../nodes/shared/sending/recipient.ts';
import { badNumber } from './recipients.mts';
import { only, sms, world } from './ruled-sms.mts';

const DAY = '2026-06-10T12:00:00+02:00';
const NIGHT = '2026-06-10T22:30:00+02:00';

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

describe('quiet hours', () => {
	const advertising = { quietHours: 'postpone' as const };

	test('postpone to the next allowed minute, in the zone of the number and of the provider', () => {
		const [paris, guadeloupe, same] = applyRules(
			[
				sms('+33612000001', advertising),
				sms('+590690000001', advertising),
				sms('+33612000002', advertising),
			],
			world(NIGHT),
		);
		expect(paris?.message).toMatchObject({
			scheduledFor: '2026-06-11T08:00:00+02:00',
			settings: { date: '2026-06-11 08:00:00' },
			postponed: expect.stringContaining('22:30'),
		});
		// Half past four in the afternoon there.
		expect(guadeloupe?.message.scheduledFor).toBeNull();
		expect(same?.message.settings.date).toBe('2026-06-11 08:00:00');
	});

	test('a date of the user is moved as well, and stays where it is allowed', () => {
		const at = (date: string) =>
			only(applyRules([sms('+33612000001', advertising, date)], world(DAY))).message.scheduledFor;
		expect(at('2026-07-14T10:00:00+02:00')).toBe('2026-07-15T08:00:00+02:00');
		expect(at('2026-07-15T10:00:00+02:00')).toBe('2026-07-15T10:00:00+02:00');
	});

	test('equal messages share one after they are moved', () => {
		const first = sms('+33612000001', advertising);
		const second = { ...first, to: '+33612000002' };
		const [one, other] = applyRules([first, second], world(NIGHT));
		expect(one?.message).toBe(other?.message);
	});

	test('reject says when, where and what to do', () => {
		const { known } = only(
			applyRules([sms('+33612000001', { quietHours: 'reject' })], world(NIGHT)),
		);
		expect(known).toMatchObject({ status: 'rejected' });
		expect(known?.statusText).toContain('advertising may not reach +33612000001 then, because');
		expect(known?.statusText).toContain("let 'Quiet Hours' postpone it");
	});

	test.each([{ quietHours: 'ignore' as const }, { quietHours: null }])('%p sends', (set) => {
		const given = sms('+33612000001', set);
		expect(only(applyRules([given], world(NIGHT)))).toBe(given);
	});

	test('a date that is past by now is now', () => {
		const past = sms('+33612000001', advertising, '2026-06-10T12:00:00+02:00');
		const { message } = only(applyRules([past], world(NIGHT)));
		expect(message.scheduledFor).toBe('2026-06-11T08:00:00+02:00');
	});

	test('the new date is told in the zone of the workflow, and to AllMySMS in its own', () => {
		const given = sms('+33612000001', { ...advertising, providerTimezone: 'Etc/UTC' });
		const { message } = only(
			applyRules([given], world(NIGHT, { workflowZone: 'America/New_York' })),
		);
		expect(message.scheduledFor).toBe('2026-06-11T02:00:00-04:00');
		expect(message.settings.date).toBe('2026-06-11 06:00:00');
	});

	test('of one message each place has its own', () => {
		const first = sms('+33612000001', advertising);
		const [paris, reunion] = applyRules(
			[first, { ...first, to: '+262692000001' }],
			world('2026-06-10T22:30:00+02:00'),
		);
		expect(paris?.message.scheduledFor).toBe('2026-06-11T08:00:00+02:00');
		expect(reunion?.message.scheduledFor).toBe('2026-06-11T06:00:00+02:00');
	});

	test('a voice message keeps to the hours of calls, an SMS beside it to its own', () => {
		const text = sms('+33612000001', advertising);
		const sound = { kind: 'sound', url: 'https://example.com/a.mp3' } as const;
		const voice = { ...text, message: { ...text.message, content: sound } };
		const lunch = '2026-06-10T13:30:00+02:00';
		const [sent, called] = applyRules<Content>([text, voice], world(lunch));
		expect(sent).toBe(text);
		expect(called?.message.scheduledFor).toBe('2026-06-10T14:00:00+02:00');
		expect(quietSince(text, DateTime.fromISO(lunch))).toBeNull();
		expect(quietSince(voice, DateTime.fromISO(lunch))?.what).toContain('10:00 to 13:00 and 14:00');
	});

	test('where no moment is allowed, nothing leaves', () => {
		const text = sms('+79161234567', advertising);
		const sound = { kind: 'sound', url: 'https://example.com/a.mp3' } as const;
		const voice = { ...text, message: { ...text.message, content: sound } };
		// Kaliningrad and Kamchatka are ten hours apart.
		const [known] = applyRules<Content>([voice], world(NIGHT)).map((each) => each.known);
		expect(known).toMatchObject({ status: 'rejected' });
	});

	test('what they are not asked of may leave at any moment', () => {
		const night = DateTime.fromISO(NIGHT);
		expect(quietSince(sms('+33612000001', {}), night)).toBeNull();
		expect(quietSince(sms('+33612000001', { quietHours: 'ignore' }), night)).toBeNull();
		expect(quietSince({ ...sms('+33612000001', advertising), meantFor: '+336' }, night)).toBeNull();
		expect(quietSince(sms('+33612000001', advertising), night)).not.toBeNull();
	});

	test('what is on its way when they begin is held back', () => {
		const given = sms('+33612000001', advertising);
		const ruled = only(applyRules([given], world('2026-06-10T19:59:00+02:00')));
		expect(quietSince(ruled, DateTime.fromISO('2026-06-10T19:59:59+02:00'))).toBeNull();
		expect(quietSince(ruled, DateTime.fromISO('2026-06-10T20:00:00+02:00'))?.what).toContain(
			'quiet hours began before its request left',
		);
		const later = only(applyRules([given], world(NIGHT)));
		expect(quietSince(later, DateTime.fromISO(NIGHT))).toBeNull();
	});
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
