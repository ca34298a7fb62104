import vm from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import { walkItems } from '../../../nodes/AllMySms/run/walk.ts';

type Item = Readonly<{ json: Record<string, unknown> }>;

/** Evaluates as n8n would for the names that an expression for all items has. */
function walked(
	items: readonly Item[],
	code: string,
	evaluated: (expression: string) => void,
	copies = true,
) {
	const evaluate = (expression: string, itemIndex: number): unknown => {
		evaluated(expression);
		const run = vm.runInThisContext(
			`(function ($input, $item, $itemIndex) { return ${expression.slice(2, -2)}; })`,
		) as (...values: unknown[]) => unknown;
		const $item = (index: number) => ({ $json: items[index]?.json });
		return run({ all: () => items }, $item, itemIndex);
	};
	return walkItems(code, evaluate, items, () => !copies);
}

const itemsOf = (count: number, more: object = {}): Item[] =>
	Array.from({ length: count }, (_, v) => ({ json: { v, ...more } }));

describe('evaluating for all items', () => {
	test('takes one evaluation, and gives each item its own', () => {
		const expressions: string[] = [];
		const rowOf = walked(itemsOf(1_000), '[$json.v * 2, $itemIndex]', (each) =>
			expressions.push(each),
		);
		for (let index = 0; index < 1_000; index++) expect(rowOf(index)).toEqual([index * 2, index]);
		expect(rowOf(999)).toEqual([1998, 999]);
		expect(rowOf(3)).toBeNull();
		expect(expressions).toHaveLength(1);
		expect(expressions[0]).toContain('$input.all()');
	});

	test('gives null for an item that fails, and goes on with the next', () => {
		const rowOf = walked(
			itemsOf(3),
			'[$json.v === 1 ? $json.none.deeper : $json.v]',
			() => undefined,
		);
		expect([0, 1, 2].map(rowOf)).toEqual([[0], null, [2]]);
	});

	test('stops before its result grows too long, and goes on from there', () => {
		let evaluations = 0;
		const rowOf = walked(itemsOf(50), '["x".repeat(1000000) + $json.v]', () => evaluations++);
		for (let index = 0; index < 50; index++) {
			expect(rowOf(index)).toEqual([expect.stringMatching(new RegExp(`^x+${index}$`))]);
		}
		expect(evaluations).toBeGreaterThan(1);
		expect(evaluations).toBeLessThan(10);
	});

	test('does not copy items that are more than plain data', () => {
		const expressions: string[] = [];
		const items = itemsOf(3, { m: new Map() });
		const rowOf = walked(items, '[$json.m.size, $json.v]', (each) => expressions.push(each));
		expect([0, 1, 2].map(rowOf)).toEqual([
			[0, 0],
			[0, 1],
			[0, 2],
		]);
		expect(expressions).toHaveLength(1);
		expect(expressions[0]).not.toContain('$input.all()');
	});

	test.each([
		['all items, however many, where these are copied', true, 1],
		['some thousand items at a time where nothing is copied', false, 3],
	])('is done for %s', (_, copies, expected) => {
		const expressions: string[] = [];
		const rowOf = walked(
			itemsOf(12_000),
			'[$json.v, $itemIndex]',
			(each) => expressions.push(each),
			copies,
		);
		for (let index = 0; index < 12_000; index++) expect(rowOf(index)).toEqual([index, index]);
		expect(expressions).toHaveLength(expected);
		// n8n compiles each code that it has not seen.
		expect(new Set(expressions).size).toBe(1);
	});

	test.each([true, false])('says the same whatever the number of items (copied: %s)', (copies) => {
		const expressions = new Set<string>();
		for (const count of [2, 300, 6_000]) {
			const rowOf = walked(itemsOf(count), '[$json.v]', (each) => expressions.add(each), copies);
			expect(rowOf(count - 1)).toEqual([count - 1]);
		}
		expect(expressions.size).toBe(1);
	});

	test('is given up where n8n cannot evaluate it', () => {
		let evaluations = 0;
		const rowOf = walked(itemsOf(3), '[)', () => evaluations++);
		expect([0, 1, 2].map(rowOf)).toEqual([null, null, null]);
		expect(evaluations).toBe(1);
	});

	test('is given up where n8n has another number of items', () => {
		const rowOf = walkItems(
			'[1]',
			() => [[1]],
			itemsOf(2),
			() => false,
		);
		expect([0, 1].map(rowOf)).toEqual([null, null]);
	});
});
