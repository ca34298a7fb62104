import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { sending } from '../../harness/sms.mts';

/** The keys of contract 3.1, in its order. */
const KEYS = [
	'to',
	'status',
	'statusCode',
	'statusText',
	'smsId',
	'campaignId',
	'campaignName',
	'scheduledFor',
	'encoding',
	'segments',
	'creditsLeft',
	'balance',
];

describeOnEachLine('what an SMS becomes in the output', (world) => {
	test('one item per recipient with exactly the keys of the contract', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(
			sending({ to: '06 12 34 56 78', message: 'Hello', campaignName: 'Spring' }),
		);
		const [item] = run.itemsOf('AllMySMS');
		expect(Object.keys(item?.json ?? {})).toEqual(KEYS);
		const [message] = await sandbox.messages();
		expect(item).toEqual({
			json: {
				to: '+33612345678',
				status: 'sent',
				statusCode: 100,
				statusText: expect.stringMatching(/./),
				smsId: message?.smsId,
				campaignId: message?.campaignId,
				campaignName: 'Spring',
				scheduledFor: null,
				encoding: 'GSM-7',
				segments: 1,
				creditsLeft: expect.any(Number),
				balance: expect.any(Number),
			},
			pairedItem: { item: 0 },
		});
		expect(message).toMatchObject({ phoneNumber: '33612345678', text: 'Hello' });
	});

	test('a key without a value is null', async () => {
		const { engine } = world();
		const run = await engine.runAction(sending({ to: '0612345678, nonsense', message: 'Hello' }));
		const [sent, refused] = run.itemsOf('AllMySMS').map((item) => item.json);
		expect(sent).toMatchObject({ campaignName: null, scheduledFor: null });
		expect(Object.keys(refused ?? {})).toEqual(KEYS);
		expect(refused).toMatchObject({
			to: 'nonsense',
			status: 'rejected',
			statusCode: null,
			statusText: expect.stringContaining('nonsense'),
			smsId: null,
			campaignId: null,
			creditsLeft: null,
			balance: null,
		});
	});

	test('recipients of several items in input order, paired with their items', async () => {
		const { engine, sandbox } = world();
		const items = [
			{ to: '0612000001; 0612000002' },
			{ to: 'not a number' },
			{ to: '0612000003\n+33 6 12 00 00 04,' },
		];
		const run = await engine.runAction(sending({ to: '={{ $json.to }}', message: 'Hi' }), {
			items,
		});
		const rows = run
			.itemsOf('AllMySMS')
			.map(({ json, pairedItem }) => [json.to, json.status, pairedItem]);
		expect(rows).toEqual([
			['+33612000001', 'sent', { item: 0 }],
			['+33612000002', 'sent', { item: 0 }],
			['not a number', 'rejected', { item: 1 }],
			['+33612000003', 'sent', { item: 2 }],
			['+33612000004', 'sent', { item: 2 }],
		]);
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test.each([
		['an array', '={{ ["0612000001", 33612000002, "+33 6 12 00 00 03"] }}', 3],
		['a number', '={{ 33612000001 }}', 1],
		['a number that lost its zero in a spreadsheet', '={{ 612000001 }}', 1],
		['text with non-breaking spaces', '06\u00a012\u00a000\u00a000\u00a001', 1],
		['0033', '0033612000001', 1],
	])('numbers as %s', async (_, to, count) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ to, message: 'Hi' }));
		const expected = Array.from({ length: count }, (__, index) => `+3361200000${index + 1}`);
		expect(run.itemsOf('AllMySMS').map((item) => item.json.to)).toEqual(expected);
		expect((await sandbox.messages()).map(({ phoneNumber }) => `+${phoneNumber}`)).toEqual(
			expected,
		);
	});

	test.each([
		['overseas, in both spellings', '0692 11 22 33, +33 692 11 22 33', '262692112233', 2],
		['New Caledonia', '+687 75 12 34', '687751234', 1],
		['Andorra', '+376 312 345', '376312345', 1],
		['a French spreadsheet', '33612345678,00', '33612345678', 1],
		['a link', 'tel:+33612345678;phone-context=fr', '33612345678', 1],
	])(
		'one phone is one phone, also when the output is read again: %s',
		async (_, to, phone, lines) => {
			const { engine, sandbox } = world();
			const first = await engine.runAction(sending({ to, message: 'Hi' }));
			const rows = first.itemsOf('AllMySMS').map(({ json }) => json);
			expect(rows).toHaveLength(lines);
			expect(new Set(rows.map((row) => row.to))).toEqual(new Set([`+${phone}`]));
			expect(rows.filter(({ status }) => status === 'sent')).toHaveLength(1);
			const again = sending({ to: '={{ $json.to }}', message: 'Hi again' });
			await engine.runAction(again, { items: [{ to: String(rows[0]?.to) }] });
			expect((await sandbox.messages()).map(({ phoneNumber }) => phoneNumber)).toEqual([
				phone,
				phone,
			]);
		},
	);

	test('"Execute Once" sends for the first item alone, however the number is read', async () => {
		const { engine, sandbox } = world();
		const items = ['0612000001', '0612000002'].map((phone) => ({ phone }));
		for (const to of ['={{ $json.phone }}', "={{ $('Start').item.json.phone }}"]) {
			const run = await engine.runAction(sending({ to, message: '=Hi {{ $json.phone }}' }), {
				items,
				settings: { executeOnce: true },
			});
			expect(run.itemsOf('AllMySMS')).toMatchObject([
				{ json: { to: '+33612000001', status: 'sent' }, pairedItem: { item: 0 } },
			]);
		}
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual([
			'Hi 0612000001',
			'Hi 0612000001',
		]);
	});

	test('a number twice in one item is sent once, the second line is skipped', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ to: '0612000001, +33612000001', message: 'Hi' }));
		expect(run.itemsOf('AllMySMS').map((item) => item.json.status)).toEqual(['sent', 'skipped']);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('encoding and segments of each recipient’s own text', async () => {
		const { engine } = world();
		const texts = [
			'a'.repeat(160),
			'a'.repeat(161),
			'€'.repeat(80),
			'ô'.repeat(70),
			'😀'.repeat(36),
		];
		const run = await engine.runAction(
			sending({ to: '0612000001', message: '={{ $json.text }}' }),
			{
				items: texts.map((text) => ({ text })),
			},
		);
		expect(
			run.itemsOf('AllMySMS').map(({ json }) => [json.encoding, json.segments, json.status]),
		).toEqual([
			['GSM-7', 1, 'sent'],
			['GSM-7', 2, 'sent'],
			['GSM-7', 1, 'sent'],
			['UCS-2', 1, 'sent'],
			['UCS-2', 2, 'sent'],
		]);
	});
});
