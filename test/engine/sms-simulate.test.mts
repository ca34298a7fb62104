import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people } from '../../harness/sms.mts';

const simulating = (parameters: Record<string, string>) => ({
	resource: 'sms',
	operation: 'simulate',
	...parameters,
});

describeOnEachLine('simulating', (world) => {
	test.each(['v9', 'rest'])('%s sends nothing and gives one item per campaign', async (api) => {
		const { engine, sandbox } = world();
		const items = [
			...people(2).map((item) => ({ ...item, sender: 'Shop' })),
			{ phone: '0612999907', name: 'Refused', sender: 'Shop' },
			{ phone: 'nonsense', name: 'None', sender: 'Shop' },
			{ phone: '0612000009', name: 'Other', sender: '' },
		];
		const run = await engine.runAction(
			{
				...simulating({
					to: '={{ $json.phone }}',
					message: '=Hi {{ $json.name }}',
					sender: '={{ $json.sender }}',
					campaignName: 'Trial',
				}),
				options: { api },
			},
			{ items },
		);
		expect(run.error).toBeNull();
		expect(await sandbox.messages()).toEqual([]);
		const [first, second, ...others] = run.itemsOf('AllMySMS');
		expect(others).toEqual([]);
		expect(first).toEqual({
			json: {
				recipients: 2,
				segments: 2,
				credits: api === 'v9' ? 30 : null,
				invalidNumbers: ['+33612999907', 'nonsense'],
				campaignName: 'Trial',
				sender: 'Shop',
				message: 'Hi #param_1#',
			},
			pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }],
		});
		expect(second).toEqual({
			json: expect.objectContaining({ recipients: 1, sender: null, invalidNumbers: [] }),
			pairedItem: [{ item: 4 }],
		});
	});

	test('bad input and refusals are errors of the same kind as when sending', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(simulating({ to: '0612000001', message: '={{ "" }}' }));
		expect(run.error?.message).toContain("'Message'");
		engine.credential = { ...sandbox.credential, apiKey: 'wrong' };
		const refused = await engine.runAction(simulating({ to: '0612000001', message: 'Hi' }));
		expect(refused.error?.name).toBe('NodeApiError');
		expect(refused.error?.description).toMatch(/API key/);
	});

	test('is asked again when nobody answered: nothing can be sent twice', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 503, retryAfter: 0, times: 2 });
		const run = await engine.runAction(simulating({ to: '0612000001', message: 'Hi' }));
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({ recipients: 1, segments: 1 });
		expect(await sandbox.messages()).toEqual([]);
	});
});
