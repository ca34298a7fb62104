import { expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { describeOnEachLine, type World } from '../../harness/on-each-line.mts';
import { nationalPhone, phone, sending } from '../../harness/sms.mts';
import { actionNode, endNode, node, startNode, workflowOf } from '../../harness/workflow.mts';

const EDGES: readonly IDataObject[] = [
	{ v: 'plain' },
	{ v: '' },
	{ v: ' edges \n' },
	{ v: 0 },
	{ v: '0' },
	{ v: false },
	{ v: true },
	{ v: null },
	{},
	{ v: 12.5 },
	{ v: -0 },
	{ v: 1e21 },
	{ v: ['a', 'b'] },
	{ v: [] },
	{ v: '#param_1#' },
	{ v: '#param_2# and #PARAM1#' },
	{ v: 'param_1' },
	{ v: '#' },
	{ v: '$& $1 $$ $`' },
	{ v: '\\1 \\n' },
	{ v: ']]> & <b>"\'</b>' },
	{ v: '{{ $json.v }}' },
	{ v: '}} {{' },
	{ v: 'é à € 😀 \u{1F469}‍\u{1F4BB}' },
	{ v: '\u00a0\u200b\u2028' },
	{ v: 'tab\there\r\nnext' },
	{ v: 'x'.repeat(250) },
	{ v: '2026-05-01T10:00:00.000Z' },
	{ v: '__proto__' },
	{ v: '%s %1$s {0}' },
];

/** Messages as the editor stores them. */
const MESSAGES: readonly string[] = [
	'=Hello {{ $json.v }}!',
	'={{ $json.v }} is first, {{ $json.v }} second',
	'=A{{ $json.v }}{{ $json.v }}Z',
	'=Both: {{ $json.v }}, {{ $json.v2 ?? "none" }}.',
	'=No. {{ $itemIndex + 1 }} of {{ $input.all().length }}: {{ $json.v }}.',
	'=Nested {{ { a: { b: $json.v } }.a.b }}.',
	'=Object end {{ ({ a: $json.v }).a }}.',
	'=Block {{ (() => { const a = $json.v; return a; })() }}.',
	'=String of braces {{ "{" + "}" + ($json.v ?? "") }}.',
	'=Ternary {{ $json.v ? "yes" : "no" }}, template {{ `<${$json.v}>` }}.',
	'=Typed {{ typeof $json.v }} {{ $json.v == null }}.',
	'=Length {{ ($json.v ?? "").length }} {{ $json.v?.toString() }}.',
	'=Optional {{ $json.missing?.deeper.still }}.',
	'=Failing {{ $json.missing.deeper }} here.',
	'=Semicolon {{ $json.v; }}.',
	'=Comment {{ $json.v // the value }}.',
	'=Comma {{ (1, $json.v) }}.',
	'=Assigned {{ $json.v = 1 }}.',
	'=Date {{ DateTime.fromISO("2026-05-01").toFormat("dd/MM") }} {{ $json.v }}.',
	'=Date object {{ DateTime.fromISO("2026-05-01T10:00:00Z").toUTC() }}.',
	'=JavaScript date {{ new Date(0) }}.',
	'=Extension {{ $if($json.v, "some", "none") }} {{ "ab".toTitleCase() }}.',
	'=Regular expression {{ "a}b".replace(/[}]/, "-") }}.',
	'=Escaped \\{{ $json.v }} and {{ "x" }}.',
	'=Unclosed {{ $json.v2 ?? "x"',
	'=Only }} closing.',
	'=Empty {{ }} code.',
	'=Hash #{{ $json.v }}# around.',
	'=#param_{{ 1 }}# made of two.',
	'=Par{{ "am_1" }} split.',
	'=Run {{ $runIndex }}, node {{ $node["Start"].json.v }}.',
	'=Earlier {{ $("Start").item.json.v }}.',
	'={{ $json.v }}',
	'={{ "fixed" }}',
	'={{ [$json.v, 1] }}',
	'={{ "Hello " + $json.v }}',
	'=No code at all',
	'Not an expression {{ $json.v }}',
];

/**
 * What n8n itself makes of a message for each item, asked of a node that only reads a parameter.
 * Undefined where n8n gives no text that could be sent, null where it refuses the message.
 */
async function textsOfN8n(
	{ engine }: World,
	message: string,
): Promise<Array<string | undefined> | null> {
	const edit = node('Edit', 'test.editFields', { fields: { text: message } });
	const run = await engine.run(workflowOf([startNode(), edit], [['Start', ['Edit']]]), {
		items: EDGES,
	});
	if (run.error) return null;
	return run.itemsOf('Edit').map(({ json: { text } }) => {
		const isText = typeof text === 'string' && text.trim() !== '' && !text.includes('[object');
		if (isText) return text;
		return typeof text === 'number' || typeof text === 'boolean' ? String(text) : undefined;
	});
}

/** The line ends and the halves of characters that no phone could show are not compared. */
const shown = (text: string | undefined) => text?.replace(/\p{Cs}/gu, '\uFFFD');

describeOnEachLine('each phone shows exactly the text of its expression', (world) => {
	test.each(MESSAGES)('%s', async (message) => {
		const { engine, sandbox } = world();
		const expected = await textsOfN8n(world(), message);
		const items = EDGES.map((item, index) => ({ ...item, to: nationalPhone(index) }));
		await engine.runAction(sending({ to: '={{ $json.to }}', message }), {
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		const texts = new Map(
			(await sandbox.messages()).map(({ phoneNumber, text }) => [phoneNumber, text]),
		);
		if (expected === null) {
			expect(texts.size).toBe(0);
			return;
		}
		const comparable = expected.flatMap((text, index) => (text === undefined ? [] : [index]));
		expect(comparable.map((index) => [EDGES[index], texts.get(phone(index))])).toEqual(
			comparable.map((index) => [EDGES[index], shown(expected[index])]),
		);
	});

	test('the same with a filter in between: $(…).item follows the pairing', async () => {
		const { engine, sandbox } = world();
		const items = [0, 1, 2, 3, 4].map((index) => ({
			to: nationalPhone(index),
			name: `N${index}`,
			keep: index % 2 === 0,
		}));
		const workflow = workflowOf(
			[
				startNode(),
				node('Filter', 'test.filter'),
				node('Edit', 'test.editFields', { fields: { name: 'overwritten' } }),
				actionNode(
					sending({
						to: '={{ $json.to }}',
						message: '=For {{ $("Start").item.json.name }}, now {{ $json.name }}',
					}),
				),
				endNode('Done'),
			],
			[
				['Start', ['Filter']],
				['Filter', ['Edit']],
				['Edit', ['AllMySMS']],
				['AllMySMS', ['Done']],
			],
		);
		const run = await engine.run(workflow, { items });
		expect(run.error).toBeNull();
		expect(await sandbox.requests()).toHaveLength(1);
		expect((await sandbox.messages()).map(({ phoneNumber, text }) => [phoneNumber, text])).toEqual(
			[0, 2, 4].map((index) => [phone(index), `For N${index}, now overwritten`]),
		);
	});

	test('a text with the current time is that of one moment for all', async () => {
		const { engine, sandbox } = world();
		const items = EDGES.map((_, index) => ({ to: nationalPhone(index) }));
		await engine.runAction(
			sending({ to: '={{ $json.to }}', message: '=It is {{ $now.toFormat("yyyy-MM-dd") }}' }),
			{ items },
		);
		const texts = new Set((await sandbox.messages()).map(({ text }) => text));
		expect([...texts]).toEqual([expect.stringMatching(/^It is \d{4}-\d\d-\d\d$/)]);
	});
});
