import { describe, expect, test } from '@jest/globals';

import { actionWorkflow, type NodeSettings } from '../../../harness/workflow.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { answerWith } from './sandbox-answers.mts';

const reading = (more: object = {}, settings: NodeSettings = {}) =>
	actionWorkflow(
		{
			resource: 'reply',
			operation: 'getAll',
			returnAll: true,
			options: { onlyNew: true },
			...more,
		},
		settings,
	);

const reply = (id: string, message: string) => ({
	phoneNumber: '33612345678',
	...(id === '' ? {} : { id }),
	message,
	receptionDate: '2026-05-01 10:00:00',
});

describeOnEachLine('only new replies', (world) => {
	/** Runs the workflow as n8n does: what it left in its static data comes back. */
	const runner = (workflow: ReturnType<typeof reading>) => {
		let staticData = {};
		return async (mode: 'trigger' | 'manual' = 'trigger') => {
			const { engine } = world();
			const open = { ...workflow, staticData };
			const run = await engine.run(open, { mode });
			if (mode !== 'manual') staticData = run.staticData;
			return { run, messages: run.itemsOf('AllMySMS').map(({ json }) => json.message) };
		};
	};

	describe.each(['all', 'new'] as const)('where getPulls gives %s replies', (pulls) => {
		test('come once, the oldest first', async () => {
			const { sandbox } = world();
			await sandbox.setHabits({ pulls });
			const run = runner(reading());
			await sandbox.reply('33612345678', 'one');
			await sandbox.reply('33612345679', 'two');
			expect((await run()).messages).toEqual(['one', 'two']);
			expect((await run()).messages).toEqual([]);
			await sandbox.reply('33612345678', 'three');
			expect((await run()).messages).toEqual(['three']);
		});

		test('a limit loses none', async () => {
			const { sandbox } = world();
			await sandbox.setHabits({ pulls });
			const run = runner(reading({ returnAll: false, limit: 2 }));
			for (const text of ['1', '2', '3', '4', '5']) await sandbox.reply('33612345678', text);
			expect((await run()).messages).toEqual(['1', '2']);
			expect((await run()).messages).toEqual(['3', '4']);
			expect((await run()).messages).toEqual(['5']);
			expect((await run()).messages).toEqual([]);
		});

		test('a manual execution loses none, and production does not repeat its replies', async () => {
			const { sandbox } = world();
			await sandbox.setHabits({ pulls });
			const run = runner(reading({ returnAll: false, limit: 2 }));
			for (const text of ['1', '2', '3']) await sandbox.reply('33612345678', text);
			const seen = [
				...(await run('manual')).messages,
				...(await run()).messages,
				...(await run()).messages,
			];
			expect(seen).toEqual(['1', '2', '3']);
		});

		test('an execution that stops loses none', async () => {
			const { engine, sandbox } = world();
			await sandbox.setHabits({ pulls });
			await sandbox.reply('33612345678', 'one');
			const workflow = reading({ campaignId: '={{ $json.campaign }}' });
			const failed = await engine.run(workflow, { items: [{ campaign: '' }, { campaign: 'x' }] });
			expect(failed.error?.message).toMatch(/"x" could not be read.*\[item 1\]$/);
			const next = await engine.run(
				{ ...workflow, staticData: failed.staticData },
				{ items: [{ campaign: '' }] },
			);
			expect(next.itemsOf('AllMySMS').map(({ json }) => json.message)).toEqual(['one']);
		});

		test('"Retry On Fail" gives them on the second try', async () => {
			const { engine, sandbox } = world();
			await sandbox.setHabits({ pulls });
			await sandbox.reply('33612345678', 'one');
			await sandbox.setFaults({ kind: 'status', status: 500, endpoint: 'getPull' });
			const campaign = (
				await engine.runAction({
					resource: 'sms',
					operation: 'send',
					to: '0612345670',
					message: 'x',
				})
			).itemsOf('AllMySMS')[0]?.json.campaignId;
			const run = await engine.run(
				reading(
					{ campaignId: '={{ $json.campaign }}' },
					{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
				),
				{ items: [{ campaign: '' }, { campaign: String(campaign) }] },
			);
			expect(run.error).toBeNull();
			expect(run.itemsOf('AllMySMS').map(({ json }) => json.message)).toEqual(['one']);
		});

		test('a first item that fails does not take the others away', async () => {
			const { engine, sandbox } = world();
			await sandbox.setHabits({ pulls });
			await sandbox.reply('33612345678', 'one');
			// n8n runs the node again when its first item is an error.
			const run = await engine.run(
				reading(
					{ campaignId: '={{ $json.campaign }}' },
					{
						retryOnFail: true,
						maxTries: 3,
						waitBetweenTries: 0,
						onError: 'continueRegularOutput',
					},
				),
				{ items: [{ campaign: 'x' }, { campaign: '' }] },
			);
			expect(run.itemsOf('AllMySMS').map(({ json }) => json.message)).toEqual([
				expect.any(String),
				'one',
			]);
		});
	});

	test('replies without an ID are told apart by their content, and counted', async () => {
		const { sandbox } = world();
		const run = runner(reading());
		await answerWith(sandbox, 'getPulls', { mos: [reply('', 'same'), reply('', 'same')] });
		expect((await run()).messages).toEqual(['same', 'same']);
		await answerWith(sandbox, 'getPulls', {
			mos: [reply('', 'other'), reply('', 'same'), reply('', 'same'), reply('', 'same')],
		});
		expect((await run()).messages.sort()).toEqual(['other', 'same']);
	});

	test('one ID for two texts does not hide the second', async () => {
		const { sandbox } = world();
		const run = runner(reading());
		await answerWith(sandbox, 'getPulls', { mos: [reply('7', 'a'), reply('7', 'b')] });
		expect((await run()).messages.sort()).toEqual(['a', 'b']);
	});

	test('without the store nothing is returned or lost', async () => {
		const { engine, sandbox } = world();
		await sandbox.setHabits({ pulls: 'new' });
		await sandbox.reply('33612345678', 'one');
		engine.deduplication.failure = 'The database is away';
		const workflow = reading();
		const failed = await engine.run(workflow);
		expect(failed.error?.message).toMatch(/could not look up.*database is away \[item 0\]$/);
		engine.deduplication.failure = null;
		const next = await engine.run({ ...workflow, staticData: failed.staticData });
		expect(next.itemsOf('AllMySMS').map(({ json }) => json.message)).toEqual(['one']);
	});
});
