import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { openEngine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import { RequestRefused } from '../../../harness/webhook-request.mts';
import {
	OK,
	openTrigger,
	receipt,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

jest.setTimeout(60_000);

describe.each(lines)('gathered events on n8n-core $version', (line) => {
	let scene: TriggerScene | undefined;
	const open = async (options: SceneOptions['options'], more: SceneOptions = {}) => {
		const credential = { login: 'sandbox', apiKey: 'k', baseUrl: 'http://127.0.0.1:9' };
		scene = await openTrigger(await openEngine(line, credential), { options, ...more });
		return scene;
	};
	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
	});
	const receipts = (count: number) => Array.from({ length: count }, () => receipt());
	const idsOf = (items: ReadonlyArray<Record<string, unknown>>) =>
		items.map(({ smsId }) => String(smsId)).sort();

	test('of pushes that come together start one execution, and every push is answered', async () => {
		const { push, items, staticData } = await open({ gatherSeconds: 1 });
		const all = receipts(30);
		const answers = await Promise.all(all.map(push));
		expect(answers).toEqual(all.map(() => OK));
		const [first, ...others] = await items();
		expect(others).toEqual([]);
		expect(idsOf(first ?? [])).toEqual(idsOf(all));
		expect(Object.keys(staticData)).toEqual([]);
		const stored = scene?.staticData['node:AllMySMS Trigger'];
		expect(stored).toEqual({ recentEvents: expect.any(String) });
		expect((stored as { recentEvents: string }).recentEvents.split(' ')).toHaveLength(30);
	});

	test('start another execution where they come later', async () => {
		const { push, items } = await open({ gatherSeconds: 0.2 });
		const [early, late] = receipts(2);
		await push(early ?? {});
		await push(late ?? {});
		expect((await items()).map(idsOf)).toEqual([[early?.smsId], [late?.smsId]]);
	});

	test('are bounded: what has no room waits in another circle', async () => {
		const { push, items } = await open({ gatherSeconds: 10 });
		const all = receipts(200);
		const answers = await Promise.all(all.map(push));
		expect(answers).toEqual(all.map(() => OK));
		const started = await items();
		expect(started.map((each) => each.length)).toEqual([100, 100]);
		expect(idsOf(started.flat())).toEqual(idsOf(all));
	});

	test('are bounded by their number too, however few calls bring them', async () => {
		const { call, items } = await open({ gatherSeconds: 10 });
		const lists = Array.from({ length: 4 }, () => JSON.stringify(receipts(5_000)));
		const answers = await Promise.all(
			lists.map(async (body) => await call('', { method: 'POST', body })),
		);
		expect(answers).toEqual(lists.map(() => OK));
		expect((await items()).map((each) => each.length)).toEqual([10_000, 10_000]);
	});

	test('that n8n cannot take are told so to every push, and may come again', async () => {
		let isDown = true;
		const beforeStart = () => {
			if (isDown) throw new RequestRefused(503, 'The database is away');
		};
		const { push, items } = await open({ gatherSeconds: 0.5 }, { beforeStart });
		const all = receipts(10);
		const failed = await Promise.all(all.map(push));
		expect(failed.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(500), 503]);
		expect(await items()).toEqual([]);
		isDown = false;
		const answers = await Promise.all(all.map(push));
		expect(answers).toEqual(all.map(() => OK));
		const [first, ...others] = await items();
		expect(others).toEqual([]);
		expect(idsOf(first ?? [])).toEqual(idsOf(all));
	});

	test('of a caller that left still start with those of the others, who are answered', async () => {
		const { push, call, items } = await open({ gatherSeconds: 1 });
		const [gone, ...staying] = receipts(5);
		const leaving = new AbortController();
		const left = call(`?${new URLSearchParams(gone)}`, { signal: leaving.signal }).catch(
			() => 'left',
		);
		const answers = staying.map(push);
		setTimeout(() => leaving.abort(), 300);
		expect(await left).toBe('left');
		expect(await Promise.all(answers)).toEqual(staying.map(() => OK));
		expect(idsOf((await items()).flat())).toEqual(idsOf([gone ?? {}, ...staying]));
	});

	test('whose callers have all left start all the same', async () => {
		const { call, items } = await open({ gatherSeconds: 1 });
		const all = receipts(3);
		const leaving = new AbortController();
		const left = all.map(async (fields) => {
			const query = `?${new URLSearchParams(fields)}`;
			return await call(query, { signal: leaving.signal }).catch(() => 'left');
		});
		setTimeout(() => leaving.abort(), 300);
		expect(await Promise.all(left)).toEqual(['left', 'left', 'left']);
		while (scene?.started === 0) await new Promise((resolve) => setTimeout(resolve, 50));
		expect((await items()).map(idsOf)).toEqual([idsOf(all)]);
	});

	test('are those of one trigger: not of another, nor of a copy of the workflow', async () => {
		const triggers = [
			['workflow', 'trigger'],
			['workflow', 'another trigger'],
			['copy', 'trigger'],
		] as const;
		const scenes: TriggerScene[] = [];
		for (const [workflowId, nodeId] of triggers) {
			scenes.push(await open({ gatherSeconds: 0.5 }, { workflowId, nodeId }));
		}
		const brought = scenes.map(() => receipts(2));
		const pushes = scenes.map(
			async ({ push }, position) => await Promise.all((brought[position] ?? []).map(push)),
		);
		expect(await Promise.all(pushes)).toEqual(scenes.map(() => [OK, OK]));
		for (const [position, { items, close }] of scenes.entries()) {
			expect((await items()).map(idsOf)).toEqual([idsOf(brought[position] ?? [])]);
			await close();
		}
	});

	test('a repeat among them is one event', async () => {
		const { push, items } = await open({ gatherSeconds: 0.5 });
		const [once] = receipts(1);
		const answers = await Promise.all(
			Array.from({ length: 5 }, async () => await push(once ?? {})),
		);
		expect(answers).toEqual(Array.from({ length: 5 }, () => OK));
		expect((await items()).flat()).toHaveLength(1);
	});
});
