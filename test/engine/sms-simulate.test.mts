import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

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
				cost: 0.09,
				currency: 'EUR',
				invalidNumbers: ['+33612999907', 'nonsense'],
				campaignName: 'Trial',
				sender: 'Shop',
				message: 'Hi Person 0',
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

	test('gives exactly the keys of the contract, and more only where it is asked for', async () => {
		const { engine } = world();
		const simulated = async (options: INodeParameters) => {
			const parameters = { to: '0612000001', message: 'Hi' };
			const run = await engine.runAction({ ...simulating(parameters), options });
			return Object.keys(run.itemsOf('AllMySMS')[0]?.json ?? {});
		};
		const keys =
			'recipients segments credits cost currency invalidNumbers campaignName sender message';
		expect(await simulated({})).toEqual(keys.split(' '));
		expect(await simulated({ perRecipient: true })).toEqual([
			...keys.split(' '),
			'perRecipient',
			'costlyCharacters',
		]);
	});

	test('tells each recipient: text, segments, price by country, and the dear character', async () => {
		const { engine, sandbox } = world();
		const items = [
			{ phone: '0612000001', name: 'Anna' },
			{ phone: '+32470123456', name: 'Zoë 🎉' },
			{ phone: '0692000001', name: 'Ben' },
		];
		const run = await engine.runAction(
			{
				...simulating({
					to: '={{ $json.phone }}',
					message: `=Hi {{ $json.name }}${'.'.repeat(80)}`,
				}),
				options: { perRecipient: true },
			},
			{ items },
		);
		const dots = '.'.repeat(80);
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({
			recipients: 3,
			segments: 4,
			cost: 0.045 + 2 * 0.072 + 0.072,
			perRecipient: [
				{
					to: '+33612000001',
					text: `Hi Anna${dots}`,
					encoding: 'GSM-7',
					segments: 1,
					cost: 0.045,
					costlyCharacter: null,
				},
				{
					to: '+32470123456',
					text: `Hi Zoë 🎉${dots}`,
					encoding: 'UCS-2',
					segments: 2,
					cost: 0.144,
					costlyCharacter: '"ë"',
				},
				{ to: '+262692000001', segments: 1, cost: 0.072 },
			],
			costlyCharacters: [
				{ character: '"ë"', recipients: 1, extraSegments: 1, extraCost: 0.072 },
				{ character: '"🎉"', recipients: 1, extraSegments: 1, extraCost: 0.072 },
			],
		});
		const asked = (await sandbox.requests()).map(({ path }) => path.split('/').at(-2));
		expect(asked.filter((endpoint) => endpoint === 'getPrices')).toHaveLength(1);
	});

	test('never guesses a price', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'garbage', endpoint: 'getPrices' });
		const run = await engine.runAction(simulating({ to: '0612000001', message: 'Hi' }));
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({ cost: null, currency: null });
		expect(run.runsOf('AllMySMS')[0]?.hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining("The prices could not be read, so that 'cost' is null"),
		);
	});

	test('tells before an SMS is refused for want of credit', async () => {
		const { engine, sandbox } = world();
		await sandbox.setAccount({ credits: 40 });
		const run = await engine.runAction(simulating({ to: '0612000001,0612000002', message: 'Hi' }));
		const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }];
		const apart = await engine.runAction(
			{
				...simulating({ to: '0612000001', message: '={{ $json.text }}' }),
				options: { autoPersonalise: false },
			},
			{ items },
		);
		const hints = [run, apart].map((each) =>
			each
				.runsOf('AllMySMS')[0]
				?.hints.map(({ message }) => message)
				.at(-1),
		);
		expect(hints).toEqual([
			'The account has 40 credits; this run takes 30.',
			'The account has 40 credits, 5 less than this run takes: AllMySMS would refuse SMS of it. Top up the account before you send.',
		]);
	});
});
