import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { e164, nationalPhone } from '../../../harness/sms.mts';

const voice = (more: object = {}) => ({
	resource: 'voiceMessage',
	operation: 'send',
	to: '={{ $json.phone }}',
	from: '01 23 45 67 89',
	audioUrl: 'https://www.example.com/hello.mp3',
	...more,
});
const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: nationalPhone(index) }));

describeOnEachLine('voice messages', (world) => {
	const requests = async () =>
		(await world().sandbox.requests()).filter(({ path }) => path.includes('voice')).length;

	test('leave together, one output item per recipient', async () => {
		const { engine } = world();
		const run = await engine.runAction(voice({ campaignName: 'May' }), { items: people(1_200) });
		expect(run.error).toBeNull();
		const items = run.itemsOf('AllMySMS');
		expect(items).toHaveLength(1_200);
		expect(items[7]).toEqual({
			json: {
				to: e164(7),
				status: 'sent',
				statusCode: 100,
				statusText: expect.any(String),
				smsId: expect.any(String),
				campaignId: expect.any(String),
				campaignName: 'May',
				scheduledFor: null,
				balance: expect.any(Number),
				cost: expect.any(Number),
			},
			pairedItem: { item: 7 },
		});
		expect(await requests()).toBe(2);
	});

	test('are not sent again by "Retry On Fail"', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'reset-after', endpoint: '/voice/send/bulk', times: 0 });
		const run = await engine.runAction(voice(), {
			items: people(1),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(run.error?.message).toBe(
			`The connection was cut before AllMySMS answered: the voice message to ${e164(0)} may not have been sent [item 0]`,
		);
		expect(await requests()).toBe(1);
	});

	test('name the voice message, not an SMS, where the outcome is open', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'garbage', endpoint: '/voice/send/bulk' });
		const run = await engine.runAction(voice(), {
			items: people(1),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(run.itemsOf('AllMySMS', 1)[0]?.json).toMatchObject({
			error: `It is not known whether the voice message to ${e164(0)} was sent: the answer of AllMySMS could not be read`,
		});
	});

	test('are only counted with Estimate Cost Only, per item', async () => {
		const { engine } = world();
		const run = await engine.runAction(voice({ options: { simulate: '={{ $json.only }}' } }), {
			items: [
				{ phone: nationalPhone(0), only: true },
				{ phone: nationalPhone(1), only: false },
				{ phone: nationalPhone(2), only: true },
			],
		});
		expect(run.itemsOf('AllMySMS')).toEqual([
			{
				json: {
					recipients: 2,
					cost: expect.any(Number),
					currency: 'EUR',
					invalidNumbers: [],
					campaignName: null,
					from: '0123456789',
					audioUrl: 'https://www.example.com/hello.mp3',
				},
				pairedItem: [{ item: 0 }, { item: 2 }],
			},
			{ json: expect.objectContaining({ to: e164(1), status: 'sent' }), pairedItem: { item: 1 } },
		]);
	});

	test.each([
		[{ options: { simulate: '={{ "maybe" }}' } }, /^'Estimate Cost Only' is "maybe"/],
		[{ from: '06 12 34 56 78' }, /^'From': "06 12 34 56 78" is not a French landline number/],
		[{ audioUrl: 'hello.mp3' }, /^'Audio URL': "hello.mp3" is not the address of a file/],
		[{ sendAt: '2001-01-01' }, /^'Send At' is in the past/],
	])('refuse %j before anything is sent', async (more, message) => {
		const { engine } = world();
		const run = await engine.runAction(voice(more), { items: people(1) });
		expect(run.error?.message).toMatch(message);
		expect(run.error?.message).toMatch(/\[item 0\]$/);
		expect(await requests()).toBe(0);
	});
});
