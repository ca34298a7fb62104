import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, sending } from '../../harness/sms.mts';
import { actionWorkflow } from '../../harness/workflow.mts';

const SEND = { to: '={{ $json.phone }}', message: 'Hello' };
const ONE_BY_ONE = { batchSize: 1, concurrency: 1 };
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

const said = (code: number) => ({
	kind: 'status' as const,
	status: 200,
	body: JSON.stringify({ status: code, statusText: 'Texte du fournisseur' }),
});

describeOnEachLine('what AllMySMS says that it accepted before', (world) => {
	const statuses = (run: { itemsOf(node: string): ReadonlyArray<{ json: object }> }) =>
		run.itemsOf('AllMySMS').map(({ json }) => ('status' in json ? json.status : json));

	test('is no error, is not sent again, and says where to look', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...said(121), times: 0 });
		const run = await engine.runAction(sending(SEND), { items: people(2), settings: RETRY });
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS')).toEqual(
			[0, 1].map((item) => ({
				json: expect.objectContaining({
					to: e164(item),
					status: 'skipped',
					statusCode: 121,
					statusText: expect.stringMatching(/accepted this request before.*client area\.$/),
					smsId: null,
				}),
				pairedItem: { item },
			})),
		);
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test('stops nobody else', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...said(121), request: 2 });
		const run = await engine.runAction(sending({ ...SEND, options: ONE_BY_ONE }), {
			items: people(3),
		});
		expect(statuses(run)).toEqual(['sent', 'skipped', 'sent']);
		expect(run.runsOf('AllMySMS')[0]?.hints).toEqual([]);
	});

	test('is no item of the error output', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults(said(121));
		const run = await engine.runAction(sending(SEND), {
			items: people(2),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(statuses(run)).toEqual(['skipped', 'skipped']);
		expect(run.itemsOf('AllMySMS', 1)).toEqual([]);
	});

	test('is neither accepted nor refused where nothing else was accepted', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...said(121), request: 1 }, { ...said(110), request: 2 });
		const run = await engine.runAction(sending({ ...SEND, options: ONE_BY_ONE }), {
			items: people(2),
		});
		expect(run.error?.message).toMatch(new RegExp(`\\${e164(1)}.*\\[item 1\\]$`));
		expect(run.error?.message).not.toContain(e164(0));
	});

	test('is remembered by the next try, which sends only what was refused', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...said(110), request: 1 }, { ...said(121), request: 2 });
		const run = await engine.runAction(sending({ ...SEND, options: ONE_BY_ONE }), {
			items: people(2),
			settings: { ...RETRY, onError: 'continueRegularOutput' },
		});
		expect(statuses(run)).toEqual(['sent', 'skipped']);
		expect(await sandbox.requests()).toHaveLength(3);
	});

	test('keeps its unique key', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(sending({ ...SEND, options: { uniqueKey: 'order-1' } }));
		await sandbox.setFaults(said(121));
		await engine.run(workflow, { items: people(1) });
		const again = await engine.run(workflow, { items: people(1) });
		expect(statuses(again)).toEqual(['skipped']);
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test('by REST it is an identifier that was used before, in whatever workflow', async () => {
		const { engine, sandbox } = world();
		const options = { api: 'rest', uniqueKey: 'order-1' };
		const first = await engine.runAction(sending({ ...SEND, options }), { items: people(1) });
		expect(statuses(first)).toEqual(['sent']);
		const second = await engine.runAction(sending({ ...SEND, options }), { items: people(1) });
		expect(second.error).toBeNull();
		expect(second.itemsOf('AllMySMS')[0]?.json).toMatchObject({
			status: 'skipped',
			statusText: expect.stringMatching(/accepted this request before/),
		});
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('a voice message is told in its own words', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults(said(121));
		const run = await engine.runAction({
			resource: 'voiceMessage',
			operation: 'send',
			to: '0612000001',
			from: '0123456789',
			audioUrl: 'https://www.example.com/a.mp3',
		});
		expect(run.error).toBeNull();
		expect(statuses(run)).toEqual(['skipped']);
	});

	test('credits that may have been adjusted are not adjusted again', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...said(121), times: 0 });
		const run = await engine.runAction(
			{ resource: 'subAccount', operation: 'adjustCredits', subAccount: 'shop-lyon', credits: 15 },
			{ settings: RETRY },
		);
		expect(run.error?.message).toMatch(/^It is not known whether .*accepted this request before/);
		expect(run.error?.description).toMatch(/client area/);
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test('a simulation says it as well', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults(said(121));
		const run = await engine.runAction(
			{ resource: 'sms', operation: 'simulate', ...SEND },
			{ items: people(1) },
		);
		expect(run.error?.message).toMatch(/accepted this request before/);
	});
});
