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
		'"push(1) = $input.item" + $json.v',
		"$json.v || 'it\\'s'",
		'`plain text, = and ; too`',
		'({ a: $json.v, b: 1 }).a',
		'[$json.a, $json.b].filter((each) => each).join(" ")',
		'parseInt($json.v) * 2',
		'new Date($json.v).getTime()',
		'$json.größe',
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
		'unknown',
		'$json.v ? $binary : 1',
		'$json.v ? other : 1',
		'console.log(1)',
		'fetch("https://example.com")',
		'$json.text.unknownMethod()',
		'$json.f()()',
		'($json.f)(1)',
		'$json.v // comment',
		'$json.v /* comment */',
		'$json.v; 1',
		'`a ${`b ${$input.item.json.v}`}`',
		'`${$json.list.push(1)}`',
		'$json.list.map(($json) => $json.v)',
		'$json.list.map((each) => { return each })',
		'"".constructor.constructor("return this")()',
		'$json.text.replace(/a/g, "b")',
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
