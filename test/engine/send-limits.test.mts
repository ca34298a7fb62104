import { expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { EngineRun } from '../../harness/engine-run.mts';
import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, sending } from '../../harness/sms.mts';
import { actionNode, endNode, node, startNode, workflowOf } from '../../harness/workflow.mts';
import { agentWorkflow, FROM_AI } from './agent.mts';

const CONTINUE = { onError: 'continueRegularOutput' } as const;
const BAD = { phone: 'nonsense', name: 'Nobody' };

const withOptions = (options: IDataObject) =>
	sending({
		to: '={{ $json.phone }}',
		message: '=Hi {{ $json.name }}',
		options: options as INodeParameters,
	});

const statuses = (run: EngineRun) => run.itemsOf('AllMySMS').map(({ json }) => json.status);

describeOnEachLine('what counts for maximum SMS', (world) => {
	test('a row that is no number does not', async () => {
		const items = [BAD, ...people(2)];
		const run = await world().engine.runAction(withOptions({ maximumSms: 2 }), { items });
		expect(statuses(run)).toEqual(['rejected', 'sent', 'sent']);
		const simulated = await world().engine.runAction(
			{ ...withOptions({ maximumSms: 2 }), operation: 'simulate' },
			{ items },
		);
		expect(JSON.stringify(simulated.runsOf('AllMySMS')[0]?.hints)).not.toContain('would refuse');
		const over = await world().engine.runAction(
			{ ...withOptions({ maximumSms: 1 }), operation: 'simulate' },
			{ items },
		);
		expect(JSON.stringify(over.runsOf('AllMySMS')[0]?.hints)).toContain(
			'this run would send 2 SMS to 2 recipients',
		);
	});

	test.each([
		[[5, 1, 0], '1'],
		[[0, 1, 5], '1'],
		[[2, 0, 0], '2'],
	])('of the limits %j of its items the lowest', async (limits, lowest) => {
		const { engine, sandbox } = world();
		const items = people(3).map((item, index) => ({ ...item, limit: limits[index] ?? 0 }));
		const run = await engine.runAction(withOptions({ maximumSms: '={{ $json.limit }}' }), {
			items,
		});
		expect(run.error?.message).toContain(`'Maximum SMS' is ${lowest}, but this run`);
		expect(await sandbox.requests()).toEqual([]);
	});

	test('each round of a loop is a run of its own', async () => {
		const { engine, sandbox } = world();
		const workflow = workflowOf(
			[
				startNode(),
				node('Loop', 'test.loopOverItems'),
				actionNode(withOptions({ maximumSms: 1 })),
				endNode('Done'),
			],
			[
				['Start', ['Loop']],
				['Loop', ['Done'], ['AllMySMS']],
				['AllMySMS', ['Loop']],
			],
		);
		const run = await engine.run(workflow, { items: people(3) });
		expect(run.error).toBeNull();
		expect(await sandbox.messages()).toHaveLength(3);
	});

	/** What the agent hears of each of its calls: a status, or an error. */
	async function calls(given: ReadonlyArray<readonly [to: string, message: string]>) {
		const run = await world().engine.run(
			agentWorkflow(
				given.map(([to, message]) => ({ to, message })),
				sending({ ...FROM_AI, options: { maximumSms: 1 } }),
				CONTINUE,
			),
		);
		return run.itemsOf('Agent').map(({ json }) => {
			const answer = String(json.answer);
			return /"status":"(\w+)"/.exec(answer)?.[1] ?? /'Maximum SMS'/.exec(answer)?.[0] ?? answer;
		});
	}

	test('a call of an agent that was refused or failed does not, a repeated one no second time', async () => {
		const { sandbox } = world();
		const long = 'x'.repeat(200);
		expect(
			await calls([
				['0612000001', long],
				['0612000001', 'Hello'],
				['0612000001', 'Hello'],
				['0612000002', 'Hello'],
			]),
		).toEqual(["'Maximum SMS'", 'sent', 'sent', "'Maximum SMS'"]);
		expect(await sandbox.messages()).toHaveLength(1);
		await sandbox.setFaults({ kind: 'status', status: 404, request: 1 });
		const afterFailure = await calls([
			['0612000001', 'Again'],
			['0612000002', 'Again'],
		]);
		expect(afterFailure[1]).toBe('sent');
	});
});

describeOnEachLine('a row of another kind', (world) => {
	test('that is no number does not bring advertising to those who said STOP', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(withOptions({}), { items: people(1) });
		await sandbox.reply(e164(0), 'STOP');
		const run = await engine.runAction(withOptions({ marketing: true, quietHours: 'ignore' }), {
			items: [BAD, ...people(2)],
		});
		expect(statuses(run)).toEqual(['rejected', 'skipped', 'sent']);
	});

	test('that is no advertising does not open the way for the others', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(withOptions({}), { items: people(1) });
		await sandbox.reply(e164(0), 'STOP');
		const [stopped, other] = people(2);
		const run = await engine.runAction(
			withOptions({ marketing: '={{ $json.isAd }}', quietHours: 'ignore' }),
			{
				items: [
					{ ...other, isAd: false },
					{ ...stopped, isAd: true },
				],
			},
		);
		expect(statuses(run)).toEqual(['sent', 'skipped']);
	});

	test('that is bad is an error of its own, also where there are no others', async () => {
		const run = await world().engine.runAction(
			sending({ to: '={{ $json.phone }}', message: '={{ $json.none }}' }),
			{
				items: [BAD, BAD],
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS', 1).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
		]);
	});
});

describeOnEachLine('the memory of a run', (world) => {
	test('knows the texts of a test phone by whom they were meant for', async () => {
		const { engine, sandbox } = world();
		// The error item of the first makes n8n run the node again, and again.
		const run = await engine.runAction(withOptions({ testRecipient: '0699999999' }), {
			items: [BAD, ...people(2)],
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, ...CONTINUE },
		});
		expect(statuses(run).slice(1)).toEqual(['sent', 'sent']);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual([
			'Hi Person 0',
			'Hi Person 1',
		]);
	});

	test('is not stored with an execution whose run is over', async () => {
		const run = await world().engine.runAction(withOptions({}), { items: people(2) });
		expect(statuses(run)).toEqual(['sent', 'sent']);
		expect(run.stored).not.toContain('allMySmsSent');
	});
});
