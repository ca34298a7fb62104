import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, nationalPhone, people, sending } from '../../harness/sms.mts';
import { actionNode, actionWorkflow, startNode, workflowOf } from '../../harness/workflow.mts';

const keyed = (uniqueKey: string, more: Record<string, unknown> = {}) =>
	sending({
		to: '={{ $json.phone }}',
		message: 'Hello',
		options: { uniqueKey, ...more },
	});

const CONTINUE = { onError: 'continueRegularOutput' } as const;

const statuses = (run: {
	itemsOf(node: string): ReadonlyArray<{ json: Record<string, unknown> }>;
}) => run.itemsOf('AllMySMS').map(({ json }) => json.status);

describeOnEachLine('one SMS per unique key', (world) => {
	test('a number texted under the key in an earlier execution is skipped', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(keyed('=order-{{ $json.order }}'));
		const items = people(2).map((item, index) => ({ ...item, order: index }));
		expect(statuses(await engine.run(workflow, { items }))).toEqual(['sent', 'sent']);
		const again = await engine.run(workflow, { items: [...items, { ...items[0], order: 9 }] });
		expect(statuses(again)).toEqual(['skipped', 'skipped', 'sent']);
		expect(again.itemsOf('AllMySMS')[0]).toEqual({
			json: expect.objectContaining({
				to: e164(0),
				statusText: expect.stringContaining('order-0'),
			}),
			pairedItem: { item: 0 },
		});
		expect(await sandbox.messages()).toHaveLength(3);
	});

	test('another workflow has keys of its own', async () => {
		const { engine, sandbox } = world();
		await engine.run(actionWorkflow(keyed('k')), { items: people(1) });
		await engine.run(actionWorkflow(keyed('k')), { items: people(1) });
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('what was refused is not marked', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(keyed('k'));
		await sandbox.setFaults({ kind: 'status', status: 404 });
		await engine.run(workflow, { items: people(1) });
		expect(statuses(await engine.run(workflow, { items: people(1) }))).toEqual(['sent']);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('what may have left is marked', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(keyed('k'));
		await sandbox.setFaults({ kind: 'reset-after' });
		await engine.run(workflow, { items: people(1) });
		expect(statuses(await engine.run(workflow, { items: people(1) }))).toEqual(['skipped']);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('the tries of Retry On Fail do not take each other for an earlier execution', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(keyed('k', { batchSize: 1, concurrency: 1 }), {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
			onError: 'continueRegularOutput',
		});
		await sandbox.setFaults({ kind: 'status', status: 404, request: 1 });
		expect(statuses(await engine.run(workflow, { items: people(3) }))).toEqual([
			'sent',
			'sent',
			'sent',
		]);
		expect(await sandbox.messages()).toHaveLength(3);
	});

	test('requests that leave at once all leave their mark', async () => {
		const { engine } = world();
		const workflow = actionWorkflow(keyed('k', { batchSize: 1, concurrency: 10 }));
		await engine.run(workflow, { items: people(12) });
		const again = await engine.run(workflow, { items: people(12) });
		expect(new Set(statuses(again))).toEqual(new Set(['skipped']));
	});

	test('a second text under the key may leave in the same execution, the same text may not', async () => {
		const { engine, sandbox } = world();
		const parameters = sending({
			to: nationalPhone(0),
			message: '={{ $json.text }}',
			options: { uniqueKey: 'k', concurrency: 1 },
		});
		const items = ['Confirmed', 'Shipped', 'Shipped'].map((text) => ({ text }));
		const workflow = actionWorkflow(parameters);
		expect(statuses(await engine.run(workflow, { items }))).toEqual(['sent', 'sent', 'skipped']);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['Confirmed', 'Shipped']);
		expect(statuses(await engine.run(workflow, { items: [{ text: 'Other' }] }))).toEqual([
			'skipped',
		]);
	});

	test('a text that was refused leaves the key to the next one', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 404, request: 1 });
		const parameters = keyed('k', { batchSize: 1, concurrency: 1 });
		const workflow = actionWorkflow(parameters, { onError: 'continueRegularOutput' });
		await engine.run(workflow, { items: people(1) });
		expect(statuses(await engine.run(workflow, { items: people(1) }))).toEqual(['sent']);
	});

	test('without n8n’s store nothing leaves under a key', async () => {
		const { engine, sandbox } = world();
		engine.deduplication.failure = 'no database';
		const run = await engine.runAction(keyed('k'), { items: people(1) });
		expect(run.error?.message).toMatch(/Send Once per Key/);
		expect(await sandbox.messages()).toEqual([]);
	});
});

describeOnEachLine('one key, several texts', (world) => {
	const saying = (message: string, options: INodeParameters = {}) =>
		sending({ to: '0612000001', message, options: { uniqueKey: 'k', concurrency: 1, ...options } });

	test('holds back every text to a number that an earlier execution texted', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(saying('={{ $json.text }}', { batchSize: 1 }));
		const run = async (...texts: string[]) =>
			statuses(await engine.run(workflow, { items: texts.map((text) => ({ text })) }));
		expect(await run('Confirmed')).toEqual(['sent']);
		expect(await run('Confirmed', 'Shipped', 'Other')).toEqual(['skipped', 'skipped', 'skipped']);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('lets each text leave once in one execution, whatever came between', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(saying('={{ $json.text }}', { batchSize: 1 }));
		const items = ['Confirmed', 'Shipped', 'Confirmed', 'Shipped'].map((text) => ({ text }));
		expect(statuses(await engine.run(workflow, { items }))).toEqual([
			'sent',
			'sent',
			'skipped',
			'skipped',
		]);
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('stays with a text that left where another one was refused', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(saying('={{ $json.text }}', { batchSize: 1 }), CONTINUE);
		await sandbox.setFaults({ kind: 'status', status: 404, request: 2 });
		const items = ['Confirmed', 'Shipped'].map((text) => ({ text }));
		expect(statuses(await engine.run(workflow, { items }))).toEqual(['sent', undefined]);
		expect(statuses(await engine.run(workflow, { items }))).toEqual(['skipped', 'skipped']);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('is shared by the nodes of a workflow: another text may leave, the same may not', async () => {
		const { engine, sandbox } = world();
		const second = (name: string, message: string) => ({ ...actionNode(saying(message)), name });
		const workflow = workflowOf(
			[
				startNode(),
				actionNode(saying('Confirmed')),
				second('Shipped', 'Shipped'),
				second('Again', 'Confirmed'),
			],
			[
				['Start', ['AllMySMS']],
				['AllMySMS', ['Shipped']],
				['Shipped', ['Again']],
			],
		);
		const run = await engine.run(workflow, { items: [{}] });
		const statusOf = (name: string) => run.itemsOf(name).map(({ json }) => json.status);
		expect(['AllMySMS', 'Shipped', 'Again'].flatMap(statusOf)).toEqual(['sent', 'sent', 'skipped']);
		expect(await sandbox.messages()).toHaveLength(2);
	});
});
