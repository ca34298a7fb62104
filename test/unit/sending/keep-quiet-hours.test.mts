import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';

import { applyRules, quietSince } from '../../../nodes/shared/sending/apply-rules.ts';
import type { Content } from '../../../nodes/shared/sending/message.ts';
import { only, sms, world } from './ruled-sms.mts';

const DAY = '2026-06-10T12:00:00+02:00';
const NIGHT = '2026-06-10T22:30:00+02:00';

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
