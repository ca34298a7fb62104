import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, phone, sending } from '../../harness/sms.mts';
import {
	actionNode,
	actionWorkflow,
	endNode,
	node,
	startNode,
	workflowOf,
} from '../../harness/workflow.mts';

const SEND = { to: '={{ $json.phone }}', message: '=Hello {{ $json.name }}' };
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const ONE_BY_ONE = { batchSize: 1, concurrency: 1 };

describeOnEachLine('never twice', (world) => {
	test('Retry On Fail sends only what was not accepted, and gives one row for each', async () => {
		const { engine, sandbox } = world();
		// The first of three is refused on the first try: its error item makes n8n run the node again.
		await sandbox.setFaults({ kind: 'status', status: 404, request: 1 });
		const run = await engine.runAction(sending({ ...SEND, options: ONE_BY_ONE }), {
			items: people(3),
			settings: { ...RETRY, onError: 'continueRegularOutput' },
		});
		expect([...(await sandbox.received())]).toEqual(
			expect.arrayContaining([0, 1, 2].map((index) => [phone(index), 1])),
		);
		const rows = run
			.itemsOf('AllMySMS')
			.map(({ json, pairedItem }) => [json.to, json.status, pairedItem]);
		expect(rows).toEqual([0, 1, 2].map((index) => [e164(index), 'sent', { item: index }]));
		const ids = new Map(
			(await sandbox.messages()).map((sms) => [`+${sms.phoneNumber}`, sms.smsId]),
		);
		for (const { json } of run.itemsOf('AllMySMS'))
			expect(json.smsId).toBe(ids.get(String(json.to)));
	});

	test('Retry On Fail does not send again what may have left', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'reset-after', times: 0 });
		const run = await engine.runAction(sending(SEND), { items: people(2), settings: RETRY });
		expect(run.status).toBe('error');
		expect([...(await sandbox.received()).values()]).toEqual([1, 1]);
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test('a text with the time of day is the same SMS on the second try', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 404, request: 1 });
		await engine.runAction(
			sending({
				to: '={{ $json.phone }}',
				message: '={{ Date.now() }} {{ Math.random() }}',
				options: ONE_BY_ONE,
			}),
			{ items: people(3), settings: { ...RETRY, onError: 'continueRegularOutput' } },
		);
		expect([...(await sandbox.received()).values()]).toEqual([1, 1, 1]);
	});

	test('a loop sends in each of its rounds, also the same text to the same number', async () => {
		const { engine, sandbox } = world();
		const workflow = workflowOf(
			[
				startNode(),
				node('Loop', 'test.loopOverItems'),
				actionNode(sending({ to: '0612000001', message: 'Again' }), RETRY),
				endNode('Done'),
			],
			[
				['Start', ['Loop']],
				['Loop', ['Done'], ['AllMySMS']],
				['AllMySMS', ['Loop']],
			],
		);
		const run = await engine.run(workflow, { items: people(4) });
		expect(run.error).toBeNull();
		expect(run.runsOf('AllMySMS')).toHaveLength(4);
		expect(run.itemsOf('Done').map(({ json }) => json.status)).toEqual([
			'sent',
			'sent',
			'sent',
			'sent',
		]);
		expect(await sandbox.messages()).toHaveLength(4);
	});

	test('two nodes of one workflow each send', async () => {
		const { engine, sandbox } = world();
		const second = { ...actionNode(sending({ to: '0612000001', message: 'Hi' })), name: 'Second' };
		const workflow = workflowOf(
			[startNode(), actionNode(sending({ to: '0612000001', message: 'Hi' })), second],
			[
				['Start', ['AllMySMS']],
				['AllMySMS', ['Second']],
			],
		);
		await engine.run(workflow);
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('a sub-workflow sends, and its caller gets the rows', async () => {
		const { engine, sandbox } = world();
		const called = JSON.parse(JSON.stringify(actionWorkflow(sending(SEND)))) as INodeParameters;
		const workflow = workflowOf(
			[startNode(), node('Call', 'test.executeWorkflow', { workflow: called })],
			[['Start', ['Call']]],
		);
		const run = await engine.run(workflow, { items: people(2) });
		expect(run.error).toBeNull();
		expect(run.itemsOf('Call').map(({ json }) => json.status)).toEqual(['sent', 'sent']);
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('several requests at once keep the order of the output', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults(
			{ kind: 'delay', delayMs: 300, request: 1 },
			{ kind: 'delay', delayMs: 200, request: 2 },
			{ kind: 'delay', delayMs: 100, request: 3 },
		);
		const run = await engine.runAction(
			sending({ ...SEND, options: { batchSize: 1, concurrency: 10 } }),
			{ items: people(6) },
		);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.to)).toEqual(
			[0, 1, 2, 3, 4, 5].map(e164),
		);
	});

	test('the Stop button stops before the next request', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'delay', delayMs: 400, times: 0 });
		const { finished, cancel } = engine.start(
			actionWorkflow(sending({ ...SEND, options: ONE_BY_ONE })),
			{
				items: people(5),
			},
		);
		setTimeout(cancel, 600);
		const run = await finished;
		expect(run.status).toBe('canceled');
		await new Promise((resolve) => setTimeout(resolve, 900));
		const sent = await sandbox.messages();
		expect(sent.length).toBeGreaterThan(0);
		expect(sent.length).toBeLessThan(4);
	});

	test('an execution that n8n starts again after a crash sends nothing a second time', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(sending(SEND));
		const first = await engine.run(workflow, { items: people(2) });
		const again = await engine.run(workflow, { items: people(2), executionId: first.executionId });
		expect(await sandbox.messages()).toHaveLength(2);
		expect(again.error?.description).toMatch(/client area/);
	});

	test('nor where the rows that the items are made of are others by then', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(sending(SEND));
		const [first, second, third] = people(3);
		if (!first || !second || !third) throw new Error('Three people are needed');
		const died = await engine.run(workflow, { items: [second, third] });
		const again = await engine.run(workflow, {
			items: [first, second, third],
			executionId: died.executionId,
		});
		expect(again.itemsOf('AllMySMS').map(({ json }) => json.status)).toEqual([
			'sent',
			'unknown',
			'unknown',
		]);
		expect(await sandbox.messages()).toHaveLength(3);
	});

	test('of two SMS to one number, only the one that may have left is held back', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(sending(SEND));
		const [person] = people(1);
		if (!person) throw new Error('A person is needed');
		const died = await engine.run(workflow, { items: [person] });
		const again = await engine.run(workflow, {
			items: [person, { ...person, name: 'again' }],
			executionId: died.executionId,
		});
		expect(again.itemsOf('AllMySMS').map(({ json }) => json.status)).toEqual(['unknown', 'sent']);
		const texts = (await sandbox.messages()).map(({ text }) => text);
		expect(texts).toEqual(['Hello Person 0', 'Hello again']);
	});

	test('the same workflow in another execution sends again', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(sending(SEND));
		await engine.run(workflow, { items: people(2) });
		await engine.run(workflow, { items: people(2) });
		expect(await sandbox.messages()).toHaveLength(4);
	});
});
