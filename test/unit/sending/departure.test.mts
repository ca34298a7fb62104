import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readDeparture, type Moment } from '../../../nodes/shared/sending/departure.ts';

const moment = (): Moment => ({
	now: DateTime.fromISO('2026-03-01T12:00:00Z'),
	workflowZone: 'Europe/Paris',
});

test('a date is written for the workflow and for AllMySMS, each in its own zone', () => {
	const given = { raw: '2026-05-01 10:00', isMeant: false };
	expect(readDeparture(given, 'Etc/UTC', moment())).toEqual({
		ok: true,
		value: { scheduledFor: '2026-05-01T10:00:00+02:00', providerDate: '2026-05-01 08:00:00' },
	});
});

test('what was read before changes nothing of what is read next', () => {
	const raw = fc.constantFrom<unknown>(
		undefined,
		null,
		'',
		'2026-05-01 10:00',
		'2026-06-01',
		1777622400,
		'1777622400',
		'soon',
		true,
		'true',
		new Date('2026-05-01T08:00:00Z'),
		new Date(Number.NaN),
		{ toISO: () => '2026-05-01T10:00:00.000+02:00' },
		{ toISO: () => '2026-06-01T10:00:00.000+02:00' },
	);
	const dates = fc.array(fc.tuple(raw, fc.boolean(), fc.constantFrom('Europe/Paris', 'Etc/UTC')), {
		minLength: 2,
		maxLength: 8,
	});
	fc.assert(
		fc.property(dates, (all) => {
			const shared = moment();
			for (const [each, isMeant, zone] of all) {
				const given = { raw: each, isMeant };
				expect(readDeparture(given, zone, shared)).toEqual(readDeparture(given, zone, moment()));
			}
		}),
		{ numRuns: 300 },
	);
});
