import { describe, expect, test } from '@jest/globals';

import { fitsAtOnce, isSameForAll } from '../../../nodes/AllMySms/run/same-for-all.ts';

describe('what one evaluation for all items certainly gives alike', () => {
	test.each([
		' $json.name ',
		'$json["first name"]',
		'$json.customer?.phone ?? ""',
		'$json.date.toDateTime().format("dd/MM")',
		'$itemIndex + 1',
		'`${$json.a} and ${$json.b}`',
		'$json.list.map((each) => each.name).join(", ")',
		'$json.a === $json.b ? "x" : "y"',
		'$json.a >= 2 && $json.b <= 3 && $json.c != null',
		'$if($json.v, "some", "none")',
		'DateTime.fromISO($json.date).toFormat("dd LLL")',
		'$now.plus({ days: 1 })',
		'"fixed"',
		'',
	])('%s', (code) => {
		expect(isSameForAll(code)).toBe(true);
	});

	test.each([
		'$input.item.json.name',
		'$("Start").item.json.name',
		'$node["Start"].json.name',
		'$binary.file.fileName',
		'$runIndex',
		'$prevNode.name',
		'$execution.id',
		'$fromAI("name")',
		'$secrets.key',
		'$json.$deep',
		'$',
		'$json.v = 1',
		'$json.v += 1',
		'$json.v ??= 1',
		'$json.v >>>= 1',
		'$json.v++',
		'$json.list.push(1)',
		'$json.list.sort()',
		'Object.assign($json, { a: 1 })',
		'delete $json.v',
		'Math.random()',
		'this.v',
		'(() => { const a = $json.v; return a; })()',
		'new Date($json.v).setHours(0)',
		'allMySmsItem',
		String.raw`\u0024input.item.json.v`,
		'$json.list["pu" + "sh"](1)',
		'$json.list[name]?.(1)',
		'Object.freeze($json)',
		'$json.list.randomItem()',
		'Reflect.set($json, "v", 1)',
	])('not %s', (code) => {
		expect(isSameForAll(code)).toBe(false);
	});
});

test('items that would fill the isolated engine are not handed over at once', () => {
	const items = (count: number, size: number) =>
		Array.from({ length: count }, () => ({ json: { text: 'x'.repeat(size) } }));
	expect(fitsAtOnce([])).toBe(true);
	expect(fitsAtOnce(items(100, 1_000))).toBe(true);
	expect(fitsAtOnce(items(100, 1_000_000))).toBe(false);
});
