import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { priceFinder, sumOf } from '../../../nodes/shared/sending/sms-costs.ts';

const row = (countryCode: string | null, prefix: string | null, price: number | null) => ({
	countryCode,
	prefix,
	price,
});

describe('the price of a number', () => {
	const priceOf = priceFinder([
		row('FR', '33', 0.045),
		row('BE', '32', 0.072),
		row('US', '1', 0.018),
		row('CA', '1', 0.02),
		row('RE', '262', 0.072),
		row('LU', '352', null),
		row(null, '351', 0.03),
	]);

	test.each([
		['+33612000001', 0.045],
		['+32470123456', 0.072],
		['+12125550100', 0.018],
		['+14165550100', 0.02],
		// Mayotte shares the code of Réunion, and the provider has no price of its own for it.
		['+262639000001', 0.072],
		['+351912345678', 0.03],
		// Told, but without a price; of another country of +1; not told; no number.
		['+352621123456', null],
		['+18765550100', null],
		['+41791234567', null],
		['nonsense', null],
	])('%s: %p', (number, price) => {
		expect(priceOf(number)).toBe(price);
		expect(priceOf(number)).toBe(price);
	});

	test('is null where the provider tells nothing', () => {
		expect(priceFinder([])('+33612000001')).toBeNull();
	});
});

describe('sums of money', () => {
	test('show no fraction of a computer', () => {
		expect(sumOf([0.045, 0.045, 0.045, 0.072])).toBe(0.207);
		expect(sumOf([])).toBe(0);
		expect(sumOf([0.1, null])).toBeNull();
	});

	test('are exact to the thousandth, whatever the amounts', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 2000 }),
				(thousandths) => {
					const exact = thousandths.reduce((sum, each) => sum + each, 0) / 1000;
					expect(sumOf(thousandths.map((each) => each / 1000))).toBe(exact);
				},
			),
		);
	});
});
