import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readSendAt, toProviderDate } from '../../../nodes/shared/sending/departure.ts';
import { isZone, toIsoWithOffset } from '../../../nodes/shared/dates/instant.ts';

const PARIS = 'Europe/Paris';
const now = DateTime.fromISO('2026-03-01T12:00:00Z');

const read = (raw: unknown, zone = PARIS) => {
	const reading = readSendAt(raw, zone, now);
	if (!reading.ok) return reading.problem.what;
	return reading.value === null ? 'now' : toIsoWithOffset(reading.value, zone);
};

describe('readSendAt', () => {
	test.each([undefined, null, '', '   '])('%p is now', (raw) => {
		expect(read(raw)).toBe('now');
	});

	test.each([
		// Local times, as the date picker of n8n and people write them.
		'2026-05-01T10:00:00',
		'2026-05-01 10:00',
		'2026-05-01  10:00:00.000',
		' 2026-05-01T10:00 ',
		'2026-05-01T10',
		'20260501T100000',
		'20260501100000',
		// With a zone.
		'2026-05-01T08:00:00Z',
		'2026-05-01t08:00:00z',
		'2026-05-01T10:00:00.000+02:00',
		'2026-05-01 10:00:00+02',
		'2026-05-01 10:00:00.000 +0200',
		'2026-05-01T17:00:00+09:00[Asia/Tokyo]',
		'2026-05-01T17:00:00[Asia/Tokyo]',
		'2026-05-01 17:00:00 Asia/Tokyo',
		'Fri, 01 May 2026 08:00:00 GMT',
		'Fri May 01 2026 10:00:00 GMT+0200 (Central European Summer Time)',
		// Epoch, in seconds and milliseconds.
		1777622400,
		1777622400000,
		'1777622400',
		'1777622400000',
		1777622400.5,
		'1777622400.25',
		'2026-05-01 10:00:00   +02:00',
		1777622400n,
		// Objects.
		new Date('2026-05-01T08:00:00Z'),
		runInNewContext("new Date('2026-05-01T08:00:00Z')"),
		DateTime.fromISO('2026-05-01T08:00:00Z'),
		{ toISO: () => '2026-05-01T10:00:00.000+02:00' },
	])('%p is ten o’clock in Paris', (raw) => {
		expect(read(raw)).toBe('2026-05-01T10:00:00+02:00');
	});

	test('a local time is in the zone of the workflow', () => {
		expect(read('2026-05-01T10:00:00', 'America/New_York')).toBe('2026-05-01T10:00:00-04:00');
		expect(read('2026-05-01', 'Asia/Tokyo')).toBe('2026-05-01T00:00:00+09:00');
		expect(read('2026-05-01 9:05')).toBe('2026-05-01T09:05:00+02:00');
	});

	test.each([
		'tomorrow',
		'01/05/2026',
		'01/05/2026 10:00',
		'2026',
		'10:00',
		'2026-02-30',
		'2026-05-01T25:00',
		'2026-05-01 10:00 AM',
		'2026-W18',
		'99999-01-01',
		'1e12',
		'20260231100000',
		{ getTime: () => 'soon' },
		{ toISO: () => 5 },
		2026,
		-1,
		1e300,
		NaN,
		Infinity,
		true,
		{},
		[],
		['2026-05-01'],
	])('%p is no date', (raw) => {
		expect(read(raw)).toMatch(/^cannot be read: .* is not a date such as/);
	});

	test('the past is refused, with the time as it was understood', () => {
		expect(read('2026-03-01T12:59:00')).toMatch(/in the past/);
		expect(read('2026-03-01T12:58:59')).toBe('is in the past: 2026-03-01 12:58 (Europe/Paris)');
		expect(read('2025-05-01')).toMatch(/in the past/);
		expect(read(1_000_000_000)).toMatch(/in the past/);
	});

	test('what is past by less than a minute is now', () => {
		expect(read('2026-03-01T12:59:01')).toBe('now');
		expect(read(now)).toBe('now');
		expect(read('2026-03-01T13:00:01')).toBe('2026-03-01T13:00:01+01:00');
	});

	test('a local time that the change to summer time leaves out is an hour later', () => {
		expect(read('2026-03-29T02:30:00')).toBe('2026-03-29T03:30:00+02:00');
	});

	test('a local time that occurs twice is the first, in any zone', () => {
		expect(read('2026-10-25T02:30:00')).toBe('2026-10-25T02:30:00+02:00');
		for (const offset of ['+01:00', '+01', '+0100', ' +01', ' +0100', '+01:00[Europe/Paris]']) {
			expect(read(`2026-10-25T02:30:00${offset}`)).toBe('2026-10-25T02:30:00+01:00');
		}
		expect(read('2026-10-25T01:30:00Z')).toBe('2026-10-25T02:30:00+01:00');
		expect(read('2026-11-01T01:30:00', 'America/New_York')).toBe('2026-11-01T01:30:00-04:00');
	});

	test('a long text is refused', () => {
		for (const sign of [' ', '1', '-', 'T']) {
			for (const start of ['2026-05-01 10:00', '2026-05-01']) {
				expect(readSendAt(`${start}${sign.repeat(200_000)}x`, PARIS, now).ok).toBe(false);
			}
		}
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.anything(), (raw) => {
				expect(readSendAt(raw, PARIS, now)).toHaveProperty('ok');
			}),
		);
	});

	test('what is written with an offset is read to the second, whatever the zones', () => {
		const zones = fc.constantFrom(PARIS, 'UTC', 'Asia/Kolkata', 'America/New_York', 'UTC+2');
		const seconds = fc.integer({ min: 1_780_000_000, max: 4_000_000_000 });
		fc.assert(
			fc.property(seconds, zones, zones, (epoch, written, workflow) => {
				const iso = toIsoWithOffset(DateTime.fromSeconds(epoch), written);
				for (const raw of [iso, iso.replace('T', ' '), epoch, String(epoch), epoch * 1000]) {
					const reading = readSendAt(raw, workflow, now);
					expect(reading.ok && reading.value?.toSeconds()).toBe(epoch);
				}
			}),
		);
	});
});

test('the provider gets local time in its own zone', () => {
	const instant = DateTime.fromISO('2026-12-31T23:30:00.999Z');
	expect(toProviderDate(instant, PARIS)).toBe('2027-01-01 00:30:00');
	expect(toProviderDate(instant, 'UTC')).toBe('2026-12-31 23:30:00');
});

test.each([
	['Europe/Paris', true],
	['utc', true],
	['UTC+2', true],
	['Asia/Kolkata', true],
	['Paris', false],
	['local', false],
	['Local', false],
	['default', false],
	['system', false],
	['', false],
])('%p is a zone: %p', (name, expected) => {
	expect(isZone(name)).toBe(expected);
});
