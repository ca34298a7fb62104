import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { openEngine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import { RequestRefused } from '../../../harness/webhook-request.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

jest.setTimeout(60_000);

describe.each(lines)('repeated pushes on n8n-core $version', (line) => {
	let scene: TriggerScene | undefined;
	const open = async (options: SceneOptions = {}): Promise<TriggerScene> => {
		const credential = { login: 'sandbox', apiKey: 'k', baseUrl: 'http://127.0.0.1:9' };
		scene = await openTrigger(await openEngine(line, credential), options);
		return scene;
	};
	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
	});

	test('start nothing, one after the other or all at once', async () => {
		const { push, call, items } = await open();
		const once = receipt();
		expect(await push(once)).toEqual(OK);
		expect(await push(once)).toEqual(OK);
		expect(await call(`?${new URLSearchParams(once)}`)).toEqual(OK);
		const atOnce = reply();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await push(atOnce)));
		expect(answers).toEqual(Array.from({ length: 20 }, () => OK));
		expect((await items()).flat().map(({ event }) => event)).toEqual(['deliveryReport', 'reply']);
	});

	test('in a list start what is new only', async () => {
		const { push, call, items } = await open();
		const [known, fresh] = [receipt(), receipt()];
		await push(known);
		const body = JSON.stringify([fresh, known, fresh]);
		expect(await call('', { method: 'POST', body })).toEqual(OK);
		expect((await items()).map((each) => each.map(({ smsId }) => smsId))).toEqual([
			[known.smsId],
			[fresh.smsId],
		]);
	});

	test('of more events than n8n keeps for a workflow start nothing either', async () => {
		const { call, items } = await open();
		const body = JSON.stringify(Array.from({ length: 2_000 }, () => receipt()));
		for (let n = 0; n < 2; n++) expect(await call('', { method: 'POST', body })).toEqual(OK);
		expect((await items()).map((each) => each.length)).toEqual([2_000]);
	});

	test('are no repeats where anything differs, or nothing tells', async () => {
		const { push, items } = await open();
		const { smsId } = receipt();
		await push(receipt({ smsId, status: '3' }));
		await push(receipt({ smsId, status: '1' }));
		await push(receipt({ smsId, status: '1', receptionDate: '2026-05-01 10:00:01' }));
		for (let n = 0; n < 2; n++) await push({ phoneNumber: '33612345678', message: 'Oui' });
		expect(await items()).toHaveLength(5);
	});

	test('start the workflow where the user wants them', async () => {
		const { push, items } = await open({ options: { deduplicate: false } });
		const once = receipt();
		await push(once);
		await push(once);
		expect(await items()).toHaveLength(2);
	});

	test('start the workflow while the editor listens: who tries it sends the same again', async () => {
		const { push, items } = await open({ mode: 'manual' });
		const once = receipt();
		await push(once);
		await push(once);
		expect(await items()).toHaveLength(2);
	});

	test('are told for each trigger: two of one workflow, and one of its copy', async () => {
		const once = receipt();
		for (const [workflowId, nodeId] of [
			['workflow', 'trigger'],
			['workflow', 'another trigger'],
			['copy', 'trigger'],
		]) {
			const { push, items, close } = await open({ workflowId, nodeId });
			for (let n = 0; n < 2; n++) expect(await push(once)).toEqual(OK);
			expect(await items()).toHaveLength(1);
			await close();
		}
	});

	test('that an earlier process has noted start nothing', async () => {
		const first = await open();
		const once = receipt();
		await first.push(once);
		expect(first.staticData).toEqual({
			'node:AllMySMS Trigger': { recentEvents: expect.stringMatching(/^[\w-]{16}$/) },
		});
		const staticData = first.staticData;
		await first.close();

		const second = await open({ staticData });
		expect(await second.push(once)).toEqual(OK);
		expect(await second.items()).toEqual([]);
	});

	test('after a push that n8n could not take are welcome', async () => {
		let isDown = true;
		const beforeStart = () => {
			if (isDown) throw new RequestRefused(503, 'The database is away');
		};
		const { push, items } = await open({ beforeStart });
		const once = reply();
		expect(await push(once)).toMatchObject({ status: 503 });
		isDown = false;
		expect(await items()).toEqual([]);
		expect(await push(once)).toEqual(OK);
		expect(await push(once)).toEqual(OK);
		expect(await items()).toHaveLength(1);
	});
});
