import { expect, test } from '@jest/globals';

import { description as simulateFields } from '../../nodes/AllMySms/resources/sms/simulate.operation.ts';
import { describeOnEachLine, type World } from '../../harness/on-each-line.mts';
import { people, phone, sending } from '../../harness/sms.mts';

type Options = Readonly<Record<string, string | number | boolean>>;

const withOptions = (options: Options, more: Parameters<typeof sending>[0] = {}) =>
	sending({ to: '0612000001', message: 'Hello', options: { ...options }, ...more });

/** `smsData` of the only request, as it was sent. */
async function payload({ sandbox }: World): Promise<string> {
	const [request, ...others] = await sandbox.requests();
	expect(others).toEqual([]);
	const body = String(request?.body);
	return body.startsWith('{') ? body : (new URLSearchParams(body).get('smsData') ?? '');
}

const data = async (world: World): Promise<Record<string, unknown>> =>
	(JSON.parse(await payload(world)) as { DATA: Record<string, unknown> }).DATA;

describeOnEachLine('the options of a send', (world) => {
	const tags: ReadonlyArray<readonly [Options, Record<string, unknown>]> = [
		[{ clientMessageId: 'mine-1' }, { CLIMSGID: 'mine-1' }],
		[{ emailNotification: true }, { MAIL_NOTIF: '1' }],
		[{ flash: true }, { FLASH: '1' }],
		[{ trackLinks: true }, { TRACKING: '1' }],
		[{ extraFields: '{"TAG":"x","LIST":[1,2]}' }, { TAG: 'x', LIST: [1, 2] }],
		[{ stopMention: true }, { MESSAGE: 'Hello STOP au 36180' }],
	];
	test.each(tags)('%j is %j in the payload', async (options, expected) => {
		const { engine } = world();
		const run = await engine.runAction(withOptions(options));
		expect(run.error).toBeNull();
		expect(await data(world())).toMatchObject(expected);
	});

	test('what is not set is not sent, and what is off is sent as off', async () => {
		const { engine } = world();
		await engine.runAction(sending({ to: '0612000001', message: 'Hello' }));
		expect(await data(world())).toEqual({
			MESSAGE: 'Hello',
			DYNAMIC: '0',
			FLASH: '0',
			MAIL_NOTIF: '0',
			SMS: [{ MOBILEPHONE: '33612000001' }],
		});
	});

	test.each<Options>([{ api: 'v9' }, { payloadFormat: 'xml' }, { api: 'rest' }])(
		'a customer who is called like a marker stays so, and a marker may stand twice: %j',
		async (options) => {
			const { engine, sandbox } = world();
			const message = '=Hi {{ $json.name }}, {{ $json.name }}: #param_1#, #param_1#';
			const parameters = { dynamicParameters: { parameters: [{ value: 'Tuesday' }] } };
			await engine.runAction(
				withOptions(options, { to: '={{ $json.phone }}', message, ...parameters }),
				{ items: people(2) },
			);
			await engine.runAction(withOptions(options, { message: '={{ "Hi #param_1# #param1#" }}' }));
			expect((await sandbox.messages()).map(({ text }) => text)).toEqual([
				'Hi Person 0, Person 0: Tuesday, Tuesday',
				'Hi Person 1, Person 1: Tuesday, Tuesday',
				'Hi #param_1# #param1#',
			]);
			expect(await sandbox.requests()).toHaveLength(2);
		},
	);

	test('a master account goes along, and an unknown one is named', async () => {
		const { engine } = world();
		const run = await engine.runAction(withOptions({ masterAccount: 'nobody' }));
		expect(await data(world())).toMatchObject({ MASTERACCOUNT: 'nobody' });
		expect(run.error?.description).toMatch(/Master Account/);
	});

	const dropped: ReadonlyArray<readonly [Options, string]> = [
		[{ emailNotification: true }, 'Email Notification'],
		[{ flash: true }, 'Flash SMS'],
		[{ masterAccount: 'boss' }, 'Master Account'],
		[{ payloadFormat: 'xml' }, 'Request Format'],
		[{ trackLinks: true }, 'Track Links'],
		[{ extraFields: '{"DATE":"2099-01-01 10:00:00"}' }, 'Request Fields'],
	];
	test.each(dropped)('REST refuses %j before anything is sent', async (options, name) => {
		const { engine, sandbox } = world();
		const simulated = simulateFields.flatMap((field) => field.options ?? []);
		const isSimulated = simulated.some(({ name: each }) => each === Object.keys(options)[0]);
		for (const operation of isSimulated ? ['send', 'simulate'] : ['send']) {
			const run = await engine.runAction(withOptions({ ...options, api: 'rest' }, { operation }));
			expect(run.error?.message).toMatch(new RegExp(`^'${name}' .*\\[item 0\\]$`));
			expect(run.error?.description).toMatch(/'Request API'.*Nothing was sent/);
		}
		expect(await sandbox.requests()).toEqual([]);
	});

	test('an expression may give extra fields as an object', async () => {
		const { engine } = world();
		await engine.runAction(withOptions({ extraFields: '={{ ({ TAG: $json.name }) }}' }), {
			items: people(1),
		});
		expect(await data(world())).toMatchObject({ TAG: 'Person 0' });
	});

	test('the default country belongs to numbers without a code', async () => {
		const { engine } = world();
		const run = await engine.runAction(
			withOptions({ defaultCountry: 'BE' }, { to: '0470 12 34 56, +33 6 12 00 00 01' }),
		);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.to)).toEqual([
			'+32470123456',
			'+33612000001',
		]);
	});

	test('typographic characters become plain ones', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(
			withOptions({ replaceTypographicCharacters: true }, { message: '“Hi” – it’s me…' }),
		);
		expect((await sandbox.messages())[0]?.text).toBe('"Hi" - it\'s me...');
		expect(run.itemsOf('AllMySMS')[0]?.json.encoding).toBe('GSM-7');
	});

	test.each(['json', 'xml'])('every character survives %s', async (payloadFormat) => {
		const { engine, sandbox } = world();
		const message = 'é & <b> ]]> "q" \' 😀 \u{1F469}\u200d\u{1F4BB} {} [] \\ / end';
		await engine.runAction(withOptions({ payloadFormat }, { message, campaignName: ']]>&<x>' }));
		const sent = await payload(world());
		expect(sent.startsWith(payloadFormat === 'xml' ? '<DATA>' : '{"DATA"')).toBe(true);
		expect((await sandbox.messages())[0]?.text).toBe(message);
	});

	test('XML carries personal texts, and control characters leave as JSON', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(
			withOptions(
				{ payloadFormat: 'xml' },
				{ to: '={{ $json.phone }}', message: '=A {{ $json.name }} <&>' },
			),
			{ items: people(3) },
		);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(
			[0, 1, 2].map((index) => `A Person ${index} <&>`),
		);
		await sandbox.reset();
		await engine.runAction(
			withOptions({ payloadFormat: 'xml' }, { message: '={{ "a\\u0007b" }}' }),
		);
		expect((await sandbox.messages())[0]?.text).toBe('a\u0007b');
	});

	test('the sender and the campaign name go along', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(withOptions({}, { sender: 'MyShop', campaignName: 'May' }));
		expect(await data(world())).toMatchObject({ TPOA: 'MyShop', CAMPAIGN_NAME: 'May' });
		// Without a STOP mention, French networks put the short number in its place.
		expect((await sandbox.messages())[0]).toMatchObject({
			requestedSender: 'MyShop',
			sender: '36180',
		});
		expect(run.itemsOf('AllMySMS')[0]?.json.campaignName).toBe('May');
	});

	test('dynamic parameters are put into their markers, also beside expressions', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(
			sending({
				to: '={{ $json.phone }}',
				message: '=Dear #param_1#, {{ $json.name }} costs #param_2# (#param_1#)',
				dynamicParameters: {
					parameters: [{ value: '={{ "Ms " + $json.name }}' }, { value: '10 €' }],
				},
			}),
			{ items: people(2) },
		);
		expect(await sandbox.requests()).toHaveLength(1);
		expect((await sandbox.messages()).map(({ phoneNumber, text }) => [phoneNumber, text])).toEqual(
			[0, 1].map((index) => [
				phone(index),
				`Dear Ms Person ${index}, Person ${index} costs 10 € (Ms Person ${index})`,
			]),
		);
	});

	test('REST sends the same texts, and tells the cost', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(
			withOptions({ api: 'rest' }, { to: '={{ $json.phone }}', message: '=Hi {{ $json.name }}!' }),
			{ items: people(3) },
		);
		expect(run.error).toBeNull();
		const requests = await sandbox.requests();
		expect(requests).toHaveLength(1);
		expect(String(requests[0]?.path)).toMatch(/^\/sms\/send\/bulk/);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(
			[0, 1, 2].map((index) => `Hi Person ${index}!`),
		);
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({
			status: 'sent',
			cost: expect.any(Number),
			balance: expect.any(Number),
		});
	});
});
