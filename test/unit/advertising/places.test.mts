import { describe, expect, test } from '@jest/globals';
import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';

import { placeOf } from '../../../nodes/shared/advertising/places.ts';
import { isZone } from '../../../nodes/shared/dates/instant.ts';

describe('where numbers belong', () => {
	test.each([
		['+33612000001', ['Europe/Paris']],
		['+33123456789', ['Europe/Paris']],
		['+590690000001', ['America/Guadeloupe']],
		// A range that is not in use yet.
		['+590691999999', ['America/Guadeloupe']],
		['+596696000001', ['America/Martinique']],
		['+594694000001', ['America/Cayenne']],
		['+262692000001', ['Indian/Reunion']],
		['+262639000001', ['Indian/Mayotte']],
		['+262793000000', ['Indian/Reunion', 'Indian/Mayotte']],
		['+508551234', ['America/Miquelon']],
		['+687750000', ['Pacific/Noumea']],
		['+681820000', ['Pacific/Wallis']],
		['+68987000000', ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier']],
		['+32470123456', ['Europe/Brussels']],
		['+41791234567', ['Europe/Zurich']],
		// A satellite phone, and what is no number.
		['+881612345678', ['Europe/Paris']],
		['nonsense', ['Europe/Paris']],
	])('%s: %p', (number, zones) => {
		expect(placeOf(number).zones).toEqual(zones);
	});
});

test('every country has a clock that luxon knows', () => {
	for (const country of getCountries()) {
		const example = getExampleNumber(country, examples)?.number ?? '';
		const { zones } = placeOf(example);
		expect([country, zones.length > 0 && zones.every(isZone)]).toEqual([country, true]);
	}
});

test('a range that two places share keeps the days of both', () => {
	expect(placeOf('+262793000000').ownDays).toEqual({
		fixed: ['12-20', '04-27'],
		goodFriday: false,
	});
});
