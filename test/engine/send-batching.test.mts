import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, phone, sending } from '../../harness/sms.mts';

describeOnEachLine('what leaves in one request', (world) => {
	test('1,000 personal texts are one request, and each phone shows its own', async () => {
		const { engine, sandbox } = world();
		const items = people(1_000);
		const run = await engine.runAction(
			sending({
				to: '={{ $json.phone }}',
				message: '=Hello {{ $json.name }}, dial {{ $json.phone.slice(-4) }}!',
			}),
			{ items },
		);
		expect(run.error).toBeNull();
		expect(await sandbox.requests()).toHaveLength(1);
		expect((await sandbox.messages()).map(({ phoneNumber, text }) => [phoneNumber, text])).toEqual(
			items.map(({ name, phone: number }, index) => [
				phone(index),
				`Hello ${String(name)}, dial ${String(number).slice(-4)}!`,
			]),
		);
		expect(run.itemsOf('AllMySMS').map(({ json, pairedItem }) => [json.to, pairedItem])).toEqual(
			items.map((_, index) => [e164(index), { item: index }]),
		);
	});

	test.each([
		[1, 5],
		[2, 3],
		[5, 1],
		[2_000, 1],
	])('batches of %i make %i requests of five recipients', async (batchSize, requests) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(
			sending({ to: '={{ $json.phone }}', message: 'Hi', options: { batchSize } }),
			{ items: people(5) },
		);
		expect(await sandbox.requests()).toHaveLength(requests);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.to)).toEqual([0, 1, 2, 3, 4].map(e164));
	});

	test('1,001 recipients make two requests of at most 1,000', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(sending({ to: '={{ $json.phone }}', message: 'Hi' }), {
			items: people(1_001),
		});
		expect(await sandbox.requests()).toHaveLength(2);
		expect(await sandbox.messages()).toHaveLength(1_001);
	});

	test('the same number in several items is texted for each, never twice in one request', async () => {
		const { engine, sandbox } = world();
		const items = ['first', 'second', 'third'].map((name) => ({ name }));
		const run = await engine.runAction(
			sending({
				to: '0612000001',
				message: '=The {{ $json.name }} text',
				options: { concurrency: 1 },
			}),
			{ items },
		);
		expect(await sandbox.requests()).toHaveLength(3);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual([
			'The first text',
			'The second text',
			'The third text',
		]);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.status)).toEqual([
			'sent',
			'sent',
			'sent',
		]);
	});

	const differing: ReadonlyArray<[string, Record<string, string>]> = [
		['sender', { sender: '={{ $json.index === 1 ? "Other" : "Shop" }}' }],
		['campaign name', { campaignName: '=Number {{ $json.index % 2 }}' }],
		['date', { sendAt: '={{ $json.index === 1 ? "2099-01-01 10:00" : "2099-01-02 10:00" }}' }],
		['template', { message: '={{ $json.index === 1 ? "" : "Dear " }}Hi' }],
	];
	test.each(differing)('another %s makes another request', async (_, parameters) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(
			sending({ to: '={{ $json.phone }}', message: 'Hi', ...parameters }),
			{ items: people(4).map((item, index) => ({ ...item, index })) },
		);
		expect(run.error).toBeNull();
		expect(await sandbox.requests()).toHaveLength(2);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.to)).toEqual([0, 1, 2, 3].map(e164));
	});

	test('without auto-personalise, each text is a request of its own and reads the same', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(
			sending({
				to: '={{ $json.phone }}',
				message: '=Hi {{ $json.name }}',
				options: { autoPersonalise: false },
			}),
			{ items: people(3) },
		);
		expect(await sandbox.requests()).toHaveLength(3);
		const texts = (await sandbox.messages()).map(({ text }) => text).sort();
		expect(texts).toEqual(['Hi Person 0', 'Hi Person 1', 'Hi Person 2']);
	});

	test('the input is left as it was', async () => {
		const { engine } = world();
		const items = people(2);
		const run = await engine.runAction(sending({ to: '={{ $json.phone }}', message: 'Hi' }), {
			items,
		});
		expect(run.itemsOf('Start').map(({ json }) => json)).toEqual(items);
	});
});
