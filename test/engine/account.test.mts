import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';

const ACCOUNT = { resource: 'account', operation: 'get' };

describeOnEachLine('the account', (world) => {
	test('gives credits and balance for every item, never the key', async () => {
		const { engine } = world();
		const run = await engine.runAction(ACCOUNT, { items: [{}, {}] });
		expect(run.error).toBeNull();
		const items = run.itemsOf('AllMySMS');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { json } of items) {
			expect(json).toMatchObject({ credits: expect.any(Number), balance: expect.any(Number) });
			expect(JSON.stringify(json)).not.toContain('sandbox-key');
			expect(Object.keys(json)).not.toContain('apiKey');
		}
	});

	test('a wrong key says so', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, apiKey: 'wrong' };
		const run = await engine.runAction(ACCOUNT);
		expect(run.error?.name).toBe('NodeApiError');
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(/API key/);
	});

	test('an item that fails is an error item, the others are not', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 404, request: 2 });
		const run = await engine.runAction(ACCOUNT, {
			items: [{}, {}, {}],
			settings: { onError: 'continueErrorOutput' },
		});
		const good = run.itemsOf('AllMySMS', 0).length;
		const failed = run.itemsOf('AllMySMS', 1);
		// One request may serve all items.
		expect(good + failed.length).toBe(3);
		for (const { json } of failed) expect(json).toMatchObject({ error: expect.any(String) });
	});
});
