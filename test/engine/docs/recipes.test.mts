import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { sending } from '../../../harness/sms.mts';
import { actionNode, node, workflowOf } from '../../../harness/workflow.mts';

const page = readFileSync(path.resolve(__dirname, '../../../docs/recipes.md'), 'utf8');

/** The row that the page shows. */
const row = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as IDataObject;

/** The lines of its tables: what a person wants, where it goes, what to copy, what comes of it. */
const recipes = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| `([^`]+)`([^|]*) \| ([^|]+) \|$/gm)].map(
	([, want = '', field = '', code = '', rest = '', gives = '']) => ({
		want,
		field,
		code: `=${code}${rest}`,
		gives,
	}),
);

const inField = (field: string) => recipes.filter((recipe) => recipe.field === field);
const messages = inField('Message');
const dates = inField('Send At');
const others = recipes.filter((recipe) => !messages.includes(recipe) && !dates.includes(recipe));

/** Where a recipe says a moment in words. */
const moments: Readonly<Record<string, (now: DateTime) => DateTime>> = {
	'tomorrow at 09:00': (now) => now.plus({ days: 1 }).startOf('day').set({ hour: 9 }),
	'the next working day at 09:00': (now) => {
		let day = now.plus({ days: 1 });
		while (day.isWeekend) day = day.plus({ days: 1 });
		return day.startOf('day').set({ hour: 9 });
	},
	'in 2 hours': (now) => now.plus({ hours: 2 }),
};

const paris = { workflowSettings: { timezone: 'Europe/Paris' } };

describeOnEachLine('the recipes of docs/recipes.md', (world) => {
	test('are all read by this test', () => {
		const lines = page.match(/^\| .* \| `/gm) ?? [];
		expect(recipes).toHaveLength(lines.length);
		expect(recipes.length).toBeGreaterThan(12);
	});

	test.each(messages)('Message: $want', async ({ code, gives }) => {
		const { engine, sandbox } = world();
		await engine.runAction(sending({ to: '={{ $json.phone }}', message: code }), {
			items: [row],
			...paris,
		});
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual([gives]);
	});

	test.each(dates)('Send At: $want', async ({ code, gives }) => {
		const { engine } = world();
		const before = DateTime.now().setZone('Europe/Paris');
		const run = await engine.runAction(
			sending({ to: '={{ $json.phone }}', message: 'Hi', sendAt: code }),
			{ items: [row], ...paris },
		);
		const { scheduledFor, status } = run.itemsOf('AllMySMS')[0]?.json ?? {};
		expect(status).toBe('scheduled');
		const moment = moments[gives];
		const expected = moment ? moment(before) : DateTime.fromISO(gives, { setZone: true });
		const late = DateTime.fromISO(String(scheduledFor)).diff(expected, 'minutes').minutes;
		// The minute in which the test runs may be over meanwhile.
		expect(late).toBeGreaterThan(-1);
		expect(late).toBeLessThan(moment ? 2 : 1);
	});

	test.each(others)('$field: $want', async ({ code, gives }) => {
		const { engine } = world();
		const after = JSON.stringify({ ...row, id: 'another', phoneNumber: '+33612345678' });
		const json = workflowOf(
			[
				node('My CRM', 'test.passOn'),
				actionNode(sending({ to: '={{ $json.phone }}', message: 'Hi' })),
				node('Afterwards', 'test.editFields', {
					fields: `={{ Object.assign(${after}, { status: $json.status }) }}`,
				}),
				node('Done', 'test.editFields', {
					fields: code.replace(/^=\{\{(.*)\}\}$/s, '={{ ({ value: String($1) }) }}'),
				}),
			],
			[
				['My CRM', ['AllMySMS']],
				['AllMySMS', ['Afterwards']],
				['Afterwards', ['Done']],
			],
			paris.workflowSettings,
		);
		const run = await engine.run(json, { items: [row] });
		expect(run.itemsOf('Done')[0]?.json.value).toBe(gives);
	});
});
