import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { placeOf } from '../../../nodes/shared/advertising/places.ts';
import {
	CALL_HOURS,
	nextAllowed,
	quietAt,
	quietWords,
	SMS_HOURS,
	type AdvertisingHours,
} from '../../../nodes/shared/advertising/quiet-hours.ts';

const MAINLAND = '+33612000001';
const GUADELOUPE = '+590690000001';
const REUNION = '+262692000001';
const MAYOTTE = '+262639000001';
const MARTINIQUE = '+596696000001';
const GUYANE = '+594694000001';
const SAINT_PIERRE = '+508551234';
const POLYNESIA = '+68987000000';
const NEW_CALEDONIA = '+687750000';

const at = (iso: string) => DateTime.fromISO(iso, { setZone: true });

const next = (number: string, iso: string, hours: AdvertisingHours = SMS_HOURS) => {
	const place = placeOf(number);
	return nextAllowed(at(iso), place, hours)
		?.setZone(place.zones[0] ?? 'utc')
		.toISO({ suppressMilliseconds: true });
};

describe('the next moment at which an SMS may leave', () => {
	test.each([
		['in the day, at once', MAINLAND, '2026-06-10T12:34:56+02:00', '2026-06-10T12:34:56+02:00'],
		['at eight sharp', MAINLAND, '2026-06-10T08:00:00+02:00', '2026-06-10T08:00:00+02:00'],
		['a second before eight', MAINLAND, '2026-06-10T07:59:59+02:00', '2026-06-10T08:00:00+02:00'],
		['the last second', MAINLAND, '2026-06-10T19:59:59+02:00', '2026-06-10T19:59:59+02:00'],
		['at twenty sharp', MAINLAND, '2026-06-10T20:00:00+02:00', '2026-06-11T08:00:00+02:00'],
		['at midnight', MAINLAND, '2026-06-11T00:00:00+02:00', '2026-06-11T08:00:00+02:00'],
		['Saturday evening', MAINLAND, '2026-06-13T21:00:00+02:00', '2026-06-15T08:00:00+02:00'],
		['on a Sunday', MAINLAND, '2026-06-14T12:00:00+02:00', '2026-06-15T08:00:00+02:00'],
		['the 14th of July', MAINLAND, '2026-07-14T12:00:00+02:00', '2026-07-15T08:00:00+02:00'],
		['the evening before', MAINLAND, '2026-07-13T20:30:00+02:00', '2026-07-15T08:00:00+02:00'],
		['over Easter', MAINLAND, '2026-04-04T22:00:00+02:00', '2026-04-07T08:00:00+02:00'],
		['Christmas, a Friday', MAINLAND, '2026-12-25T09:00:00+01:00', '2026-12-26T08:00:00+01:00'],
		['New Year’s Eve', MAINLAND, '2026-12-31T23:30:00+01:00', '2027-01-02T08:00:00+01:00'],
		['summer time begins', MAINLAND, '2026-03-28T20:00:00+01:00', '2026-03-30T08:00:00+02:00'],
		['summer time ends', MAINLAND, '2026-10-24T20:00:00+02:00', '2026-10-26T08:00:00+01:00'],
		['given in another zone', MAINLAND, '2026-06-10T18:30:00Z', '2026-06-11T08:00:00+02:00'],
		// Ten in the morning in Paris.
		['night in Guadeloupe', GUADELOUPE, '2026-06-10T10:00:00+02:00', '2026-06-10T08:00:00-04:00'],
		['its own day', GUADELOUPE, '2026-05-27T16:00:00+02:00', '2026-05-29T08:00:00-04:00'],
		[
			'evening in Paris, not there',
			MARTINIQUE,
			'2026-06-10T22:00:00+02:00',
			'2026-06-10T16:00:00-04:00',
		],
		['22 May', MARTINIQUE, '2026-05-22T16:00:00+02:00', '2026-05-23T08:00:00-04:00'],
		['10 June', GUYANE, '2026-06-10T14:00:00+02:00', '2026-06-11T08:00:00-03:00'],
		['evening in Réunion', REUNION, '2026-06-10T18:30:00+02:00', '2026-06-11T08:00:00+04:00'],
		['20 December, a Sunday', REUNION, '2026-12-20T10:00:00+01:00', '2026-12-21T08:00:00+04:00'],
		['20 December, a Monday', REUNION, '2027-12-20T10:00:00+01:00', '2027-12-21T08:00:00+04:00'],
		['27 April', MAYOTTE, '2026-04-27T10:00:00+02:00', '2026-04-28T08:00:00+03:00'],
		['summer time there', SAINT_PIERRE, '2026-07-01T10:00:00+02:00', '2026-07-01T08:00:00-02:00'],
		[
			'Sunday begins earlier there',
			NEW_CALEDONIA,
			'2026-06-13T15:00:00+02:00',
			'2026-06-15T08:00:00+11:00',
		],
		// Eight in Tahiti is half past eight on the Marquesas and nine on the Gambier.
		['three zones, morning', POLYNESIA, '2026-06-10T17:45:00Z', '2026-06-10T08:00:00-10:00'],
		// Twenty on the Gambier is nineteen in Tahiti.
		['three zones, evening', POLYNESIA, '2026-06-11T05:00:00Z', '2026-06-11T08:00:00-10:00'],
	])('%s (%s, %s)', (_, number, given, expected) => {
		expect(next(number, given)).toBe(expected);
	});

	test('calls have shorter days, and no Saturday', () => {
		const from = (iso: string) => next(MAINLAND, iso, CALL_HOURS);
		expect(from('2026-06-10T09:00:00+02:00')).toBe('2026-06-10T10:00:00+02:00');
		expect(from('2026-06-10T13:00:00+02:00')).toBe('2026-06-10T14:00:00+02:00');
		expect(from('2026-06-12T20:00:00+02:00')).toBe('2026-06-15T10:00:00+02:00');
	});

	test('a number of a country with many zones waits until it is day in all of them', () => {
		const place = placeOf('+12125550100');
		const found = nextAllowed(at('2026-06-10T08:00:00-04:00'), place, SMS_HOURS);
		expect(found?.setZone('Pacific/Honolulu').toISO()).toBe('2026-06-10T08:00:00.000-10:00');
		expect(found?.setZone('America/New_York').hour).toBe(14);
	});

	test('there is none where it is never day in all zones', () => {
		const place = {
			zones: ['Etc/UTC', 'Etc/GMT-12'],
			ownDays: { fixed: [], goodFriday: false },
		};
		expect(nextAllowed(at('2026-06-10T08:00:00Z'), place, SMS_HOURS)).toBeNull();
	});
});

/** The rule as it stands in the law, written a second time. */
function isAllowed(moment: DateTime, zone: string, holidays: readonly string[]): boolean {
	const local = moment.setZone(zone);
	const minutes = local.hour * 60 + local.minute;
	return (
		minutes >= 480 &&
		minutes < 1200 &&
		local.weekdayLong !== 'Sunday' &&
		!holidays.includes(local.toFormat('dd/MM'))
	);
}

const YEAR_2026 = '01/01 06/04 01/05 08/05 14/05 25/05 14/07 15/08 01/11 11/11 25/12'.split(' ');

test.each([
	[MAINLAND, 'Europe/Paris', []],
	[GUADELOUPE, 'America/Guadeloupe', ['27/05', '28/05', '09/10']],
	[REUNION, 'Indian/Reunion', ['20/12']],
	[SAINT_PIERRE, 'America/Miquelon', []],
])('every hour of 2026 for %s, its first minute and its last', (number, zone, own) => {
	const place = placeOf(number);
	const holidays = [...YEAR_2026, ...own];
	const wrong: string[] = [];
	let moment = DateTime.fromISO('2026-01-01T00:00:00', { zone });
	const end = moment.plus({ years: 1 });
	for (; moment < end; moment = moment.plus({ hours: 1 })) {
		for (const each of [moment, moment.plus({ minutes: 59 })]) {
			const allowed = quietAt(each, place, SMS_HOURS) === null;
			if (allowed !== isAllowed(each, zone, holidays)) wrong.push(each.toISO() ?? '');
		}
	}
	expect(wrong).toEqual([]);
});

describe('whatever the moment and the number', () => {
	const numbers = fc.constantFrom(
		MAINLAND,
		GUADELOUPE,
		REUNION,
		MAYOTTE,
		MARTINIQUE,
		GUYANE,
		SAINT_PIERRE,
		POLYNESIA,
		NEW_CALEDONIA,
		'+32470123456',
		'+12125550100',
		'+79161234567',
		'+881612345678',
	);
	const moments = fc
		.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2040, 0) })
		.map((ms) => DateTime.fromMillis(ms));

	test('the next moment is allowed, not earlier, and nothing between was', () => {
		fc.assert(
			fc.property(
				numbers,
				moments,
				fc.constantFrom(SMS_HOURS, CALL_HOURS),
				(number, moment, hours) => {
					const place = placeOf(number);
					const found = nextAllowed(moment, place, hours);
					if (found === null) {
						// Days of calls have no hours in common in countries of many zones.
						expect(hours).toBe(CALL_HOURS);
						expect(place.zones.length).toBeGreaterThan(3);
						return;
					}
					expect(quietAt(found, place, hours)).toBeNull();
					expect(found >= moment).toBe(true);
					for (let each = moment; each < found; each = each.plus({ minutes: 53 })) {
						expect(quietAt(each, place, hours)).not.toBeNull();
					}
				},
			),
			{ numRuns: 150 },
		);
	});
});

test('says why', () => {
	const why = (number: string, iso: string) => {
		const quiet = quietAt(at(iso), placeOf(number), SMS_HOURS);
		return quiet && quietWords(quiet, SMS_HOURS);
	};
	expect(why(GUADELOUPE, '2026-06-10T10:00:00+02:00')).toBe(
		'it would be 04:00 there (America/Guadeloupe), and advertising may leave from 8:00 to 20:00',
	);
	expect(why(MAINLAND, '2026-06-14T10:00:00+02:00')).toBe(
		'it would be Sunday there (Europe/Paris)',
	);
	expect(why(MAINLAND, '2026-07-14T10:00:00+02:00')).toBe('14 July 2026 is a public holiday there');
	expect(why(MAINLAND, '2026-07-15T10:00:00+02:00')).toBeNull();
});
