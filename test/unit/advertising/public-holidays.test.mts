import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

import {
	isPublicHoliday,
	type OwnDays,
	placeOf,
} from '../../../nodes/shared/advertising/places.ts';

const NONE: OwnDays = { fixed: [], goodFriday: false };

/** Every day of a year that is a public holiday at a place, `2026-07-14`. */
function holidaysOf(year: number, own = NONE): string[] {
	const days: string[] = [];
	for (let day = DateTime.utc(year, 1, 1); day.year === year; day = day.plus({ days: 1 })) {
		if (isPublicHoliday(day, own)) days.push(day.toISODate() ?? '');
	}
	return days;
}

/** The same from another source. */
const fromElsewhere = (country: string, year: number): string[] => [
	...new Set(
		new Holidays(country)
			.getHolidays(year)
			.filter(({ type }) => type === 'public')
			.map(({ date }) => date.slice(0, 10)),
	),
];

describe('public holidays', () => {
	test('of mainland France in 2026, one by one', () => {
		expect(holidaysOf(2026)).toEqual([
			'2026-01-01',
			'2026-04-06',
			'2026-05-01',
			'2026-05-08',
			'2026-05-14',
			'2026-05-25',
			'2026-07-14',
			'2026-08-15',
			'2026-11-01',
			'2026-11-11',
			'2026-12-25',
		]);
	});

	test('of mainland France, as another source has them until 2060', () => {
		for (let year = 2024; year <= 2060; year++) {
			expect(holidaysOf(year)).toEqual(fromElsewhere('FR', year).sort());
		}
	});

	test.each([
		['+262692000001', 'RE', []],
		['+262639000001', 'YT', []],
		['+594694000001', 'GF', []],
		['+508551234', 'PM', []],
		['+687750000', 'NC', []],
		['+681820000', 'WF', []],
		// Good Friday is kept by custom there: the labor code does not have it.
		['+596696000001', 'MQ', ['2026-04-03']],
	])('of %s (%s), as another source has them', (number, country, custom) => {
		const there = fromElsewhere(country, 2026).filter((date) => !custom.includes(date));
		expect(holidaysOf(2026, placeOf(number).ownDays)).toEqual(there.sort());
	});

	test('of Guadeloupe are those of the three islands that share its code', () => {
		const own = holidaysOf(2026, placeOf('+590690000001').ownDays);
		expect(own.filter((date) => !holidaysOf(2026).includes(date))).toEqual([
			'2026-05-27',
			'2026-05-28',
			'2026-10-09',
		]);
	});

	test('of Polynesia keep the day that was moved, and where it was moved to', () => {
		const own = holidaysOf(2027, placeOf('+68987000000').ownDays);
		expect(own.filter((date) => !holidaysOf(2027).includes(date))).toEqual([
			'2027-03-05',
			'2027-03-26',
			'2027-06-29',
			'2027-11-20',
		]);
	});
});
