import { expect, test } from '@jest/globals';
import { getCountries } from 'libphonenumber-js';

import { countryOptions } from '../../nodes/AllMySms/resources/fields.ts';

test('every country that numbers are read for can be chosen, and none twice', () => {
	const codes = countryOptions.map(({ value }) => value);
	expect([...codes].sort()).toEqual([...getCountries()].sort());
});

test('a country is found by its name and by its code', () => {
	expect(countryOptions).toContainEqual({ name: 'Switzerland (CH)', value: 'CH' });
	const names = countryOptions.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
});
