import { describe, expect, test } from '@jest/globals';

import { itemsWeight } from '../../../nodes/AllMySms/run/walk.ts';

const itemsOf = (...values: unknown[]) => values.map((v) => ({ json: { v } }));

describe('what a copy of items takes', () => {
	test('grows with their texts, twice as fast where these are wide', () => {
		const weightOf = (text: string) => itemsWeight(itemsOf(text), 1e9);
		const empty = weightOf('');
		expect(weightOf('x'.repeat(1_000)) - empty).toBe(1_000);
		expect(weightOf('é'.repeat(1_000)) - empty).toBe(1_000);
		expect(weightOf('€'.repeat(1_000)) - empty).toBe(2_000);
	});

	test('grows with their number, also where they hold nothing', () => {
		const some = itemsWeight(itemsOf(...Array(100).keys()), 1e9);
		expect(itemsWeight(itemsOf(...Array(1_000).keys()), 1e9) / some).toBeCloseTo(10, 0);
	});

	test('counts what stands beside the fields', () => {
		const data = 'x'.repeat(5_000);
		expect(itemsWeight([{ json: {}, binary: { file: { data } } }], 1e9)).toBeGreaterThan(5_000);
	});

	test('is no number for more than is allowed', () => {
		expect(itemsWeight(itemsOf('x'.repeat(1_000)), 500)).toBe(Infinity);
		expect(itemsWeight(itemsOf(...Array(1_000).keys()), 500)).toBe(Infinity);
	});
});

describe('data that a copy may show otherwise', () => {
	const circular: unknown[] = [];
	circular.push(circular);
	const failing = Object.defineProperty({}, 'v', {
		enumerable: true,
		get: () => {
			throw new Error('unreadable');
		},
	});
	class Own {
		v = 1;
	}

	test.each<[string, unknown]>([
		['a map', new Map()],
		['a class', new Own()],
		['a function', () => 1],
		['a symbol', Symbol('s')],
		['a big integer', 1n],
		['a pattern', /a/],
		['a list in itself', circular],
		['a field that fails', failing],
		['a name that every object has', JSON.parse('{ "toString": 1 }')],
		['the name of its prototype', JSON.parse('{ "__proto__": 1 }')],
		["n8n's mark of an error", { __isError: true }],
	])('%s', (_, value) => {
		expect(itemsWeight(itemsOf(value), 1e9)).toBe(Infinity);
	});

	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a date', new Date()],
		['an object without prototype', Object.create(null)],
		['lists and objects', [[{ a: [1] }]]],
	])('not %s', (_, value) => {
		expect(itemsWeight(itemsOf(value), 1e9)).toBeLessThan(1_000);
	});
});
