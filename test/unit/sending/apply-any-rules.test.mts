import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { placeOf } from '../../../nodes/shared/advertising/places.ts';
import { quietAt, SMS_HOURS } from '../../../nodes/shared/advertising/quiet-hours.ts';
import { isAllowedRecipient } from '../../../nodes/shared/sending/rules.ts';
import { applyRules } from '../../../nodes/shared/sending/apply-rules.ts';
import { sms, world } from './ruled-sms.mts';

describe('whatever the options', () => {
	const numbers = fc.constantFrom(
		'+33612000001',
		'+33712000002',
		'+590690000001',
		'+262692000001',
		'+68987000000',
		'+32470123456',
	);
	const anyRules = fc.record({
		allowed: fc.constantFrom(null, ['+336'], ['+33', '+590'], ['+32470123456']),
		quietHours: fc.constantFrom(null, 'postpone' as const, 'reject' as const, 'ignore' as const),
		testRecipient: fc.constantFrom(null, '+33612999999'),
		maximumSms: fc.constantFrom(0, 5),
		providerTimezone: fc.constantFrom('Europe/Paris', 'Etc/UTC'),
	});
	const moments = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
	const STOPPED = ['+33712000002'];

	test('no SMS leaves that a rule forbids, and none is lost', () => {
		fc.assert(
			fc.property(
				anyRules,
				fc.array(fc.tuple(numbers, fc.option(moments)), { maxLength: 12 }),
				moments,
				(set, people, now) => {
					const given = people.map(([to, at]) =>
						sms(to, set, at === null ? null : DateTime.fromMillis(at).toISO()),
					);
					const ruled = applyRules(
						given,
						world(DateTime.fromMillis(now).toISO() ?? '', {
							unwanted: (to) => (STOPPED.includes(to) ? 'is on the blacklist' : null),
						}),
					);
					expect(ruled).toHaveLength(given.length);
					const open = ruled.filter(({ known }) => known === null);
					for (const [index, { known, to, meantFor, message }] of ruled.entries()) {
						const meant = meantFor ?? to;
						expect(meant).toBe(given[index]?.to);
						if (known !== null) {
							expect(['rejected', 'skipped']).toContain(known.status);
							expect(known.statusText).not.toBe('');
							continue;
						}
						if (set.allowed) expect(isAllowedRecipient(meant, set.allowed)).toBe(true);
						if (set.testRecipient !== null) {
							expect(to).toBe(set.testRecipient);
							continue;
						}
						if (set.quietHours === null) continue;
						expect(STOPPED).not.toContain(to);
						if (set.quietHours === 'ignore') continue;
						const date =
							message.scheduledFor === null
								? DateTime.fromMillis(now)
								: DateTime.max(DateTime.fromISO(message.scheduledFor), DateTime.fromMillis(now));
						expect(quietAt(date, placeOf(to), SMS_HOURS)).toBeNull();
						if (message.postponed === undefined) continue;
						expect(set.quietHours).toBe('postpone');
						expect(message.settings.date).toBe(
							date.setZone(set.providerTimezone).toFormat('yyyy-MM-dd HH:mm:ss'),
						);
					}
					if (set.testRecipient !== null) expect(open.length).toBeLessThanOrEqual(5);
				},
			),
			{ numRuns: 300 },
		);
	});
});
