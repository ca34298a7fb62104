import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';

type SmsParameters = Parameters<typeof sending>[0];

const GOOD = { to: '={{ $json.phone }}', message: 'Hello' };

/** What the user typed, and the parameter that the error names. */
const BAD: ReadonlyArray<readonly [what: string, parameters: SmsParameters, names: string]> = [
	['an empty number list', { to: '={{ "" }}' }, 'To'],
	['a number list of signs only', { to: ' , ;\n' }, 'To'],
	['a number that an expression does not give', { to: '={{ $json.nothing }}' }, 'To'],
	['an empty array', { to: '={{ [] }}' }, 'To'],
	['a text of zero length', { message: '={{ "" }}' }, 'Message'],
	['a text of spaces', { message: ' \n ' }, 'Message'],
	['a text that an expression does not give', { message: '={{ $json.nothing }}' }, 'Message'],
	['an object as text', { message: '=Hi {{ ({ a: 1 }) }}' }, 'Message'],
	['a marker without a value', { message: 'Hi #param_1#' }, 'Message'],
	[
		'a value without a marker',
		{ dynamicParameters: { parameters: [{ value: 'x' }] } },
		'Marker Values',
	],
	['12 characters of sender', { sender: 'Twelve chars' }, 'Sender (TPOA)'],
	['a number as sender', { sender: '0612345678' }, 'Sender (TPOA)'],
	['a date that is none', { sendAt: 'tomorrow' }, 'Send At'],
	['a date that does not exist', { sendAt: '2099-02-30 10:00' }, 'Send At'],
	['a date in the past', { sendAt: '2020-01-01 10:00' }, 'Send At'],
	['a batch size of 0', { options: { batchSize: 0 } }, 'Request Size'],
	['a batch size of 2,001', { options: { batchSize: 2001 } }, 'Request Size'],
	['half a batch', { options: { batchSize: 1.5 } }, 'Request Size'],
	['a batch size that is no number', { options: { batchSize: '={{ "many" }}' } }, 'Request Size'],
	['a concurrency of 11', { options: { concurrency: 11 } }, 'Requests at Once'],
	['a time limit of 0', { options: { timeout: 0 } }, 'Request Timeout'],
	['broken JSON', { options: { extraFields: '{"TAG":' } }, 'Request Fields'],
	['a list as extra fields', { options: { extraFields: '[1]' } }, 'Request Fields'],
	['a country that is none', { options: { defaultCountry: 'France' } }, 'Default Country'],
	['a zone that is none', { options: { providerTimezone: 'Paris' } }, 'Timezone of AllMySMS'],
	['a switch with another word', { options: { flash: '={{ "maybe" }}' } }, 'Flash SMS'],
	['a format that is none', { options: { payloadFormat: '={{ "yaml" }}' } }, 'Request Format'],
	['an expression with a syntax error', { message: '=Hi {{ $json. }}' }, 'Message'],
];

/** A good row for the expressions of {@link ROWS}. */
const FINE = { text: 'Hello', sender: '', date: '2030-05-01 10:00', campaign: 'Spring', key: 'k' };

/** One bad cell of a table: its expression, the bad row, and what the reason says. */
const ROWS: ReadonlyArray<
	readonly [what: string, parameters: SmsParameters, bad: Record<string, unknown>, says: RegExp]
> = [
	['an empty number', {}, { phone: '' }, /'To' is empty/],
	['no number', {}, { phone: null }, /'To' is empty/],
	['an empty text', { message: '={{ $json.text }}' }, { text: '' }, /'Message' is empty/],
	[
		'an object as text',
		{ message: '=Hi {{ $json.text }}' },
		{ text: { a: 1 } },
		/'Message' .*object/,
	],
	[
		'a lost date in the text',
		{ message: "=On {{ DateTime.fromSQL($json.date).toFormat('dd/MM') }} at ours" },
		{ date: '25/12/2030' },
		/'Message' contains a date that could not be read/,
	],
	[
		'a lost date in a text of one expression',
		{ message: "={{ 'On ' + DateTime.fromSQL($json.date).toFormat('dd/MM') }}" },
		{ date: null },
		/'Message' contains a date that could not be read/,
	],
	['a sender too long', { sender: '={{ $json.sender }}' }, { sender: 'x'.repeat(12) }, /'Sender/],
	[
		'an object as key',
		{ options: { uniqueKey: '={{ $json.key }}' } },
		{ key: { id: 1 } },
		/'Send Once per Key' is an object/,
	],
	[
		'a switch as campaign',
		{ campaignName: '={{ $json.campaign }}' },
		{ campaign: false },
		/'Campaign Name' is false/,
	],
	[
		'a date that is none',
		{ sendAt: '={{ $json.date }}' },
		{ date: 'soon' },
		/'Send At' cannot be read: "soon"/,
	],
	[
		'a date in the past',
		{ sendAt: '={{ $json.date }}' },
		{ date: '2020-01-01' },
		/'Send At' is in the past/,
	],
	[
		'a date that is missing',
		{ sendAt: '={{ $json.date }}' },
		{ date: null },
		/'Send At' is empty: .*\{\{ \$json\.date \|\| \$now \}\}/,
	],
	['a date that is empty', { sendAt: '={{ $json.date }}' }, { date: '' }, /'Send At' is empty/],
	[
		'an invalid date',
		{ sendAt: '={{ DateTime.fromSQL($json.date) }}' },
		{ date: 'x' },
		/'Send At' is an invalid date/,
	],
	[
		'a phone number as date',
		{ sendAt: '={{ $json.date }}' },
		{ date: 33612345678 },
		/'Send At' is more than 100 years ahead: 3035/,
	],
	[
		'a French date',
		{ sendAt: '={{ $json.date }}' },
		{ date: '25/12/2030 14:00' },
		/fromFormat\(\$json\.date, 'dd\/MM\/yyyy HH:mm'\)/,
	],
];

describeOnEachLine('bad input', (world) => {
	test.each(BAD)('%s: one clear error before anything is sent', async (_, parameters, name) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ ...GOOD, ...parameters }), { items: people(2) });
		expect(run.status).toBe('error');
		expect(run.error?.name).toBe('NodeOperationError');
		expect(run.error?.message).toContain(`'${name}'`);
		expect(run.error?.message).toContain('[item 0]');
		expect(run.error?.message).not.toMatch(/undefined|\bNaN\b|\[object/);
		expect(run.error?.description).toMatch(/^[A-Z].*Nothing was sent\.$/s);
		expect(run.error?.context?.itemIndex).toBe(0);
		expect(await sandbox.requests()).toEqual([]);
	});

	test.each([{ to: '' }, { message: '' }])(
		'%j left empty: n8n itself says that it is required, and starts nothing',
		async (parameters) => {
			const { engine, sandbox } = world();
			await expect(engine.runAction(sending({ ...GOOD, ...parameters }))).rejects.toThrow(
				/has(?: issues:\n- Parameter "(?:To|Message)" is required| issues and cannot be executed)/,
			);
			expect(await sandbox.requests()).toEqual([]);
		},
	);

	test.each(ROWS)('%s in one row rejects that row alone', async (_, parameters, bad, names) => {
		const { engine, sandbox } = world();
		const items = people(3).map((item, index) => ({
			...item,
			...FINE,
			...(index === 1 ? bad : {}),
		}));
		const run = await engine.runAction(sending({ ...GOOD, ...parameters }), { items });
		expect(run.error).toBeNull();
		const rows = run.itemsOf('AllMySMS');
		expect(rows.map(({ json }) => json.status)).toEqual([
			expect.stringMatching(/^(?:sent|scheduled)$/),
			'rejected',
			expect.stringMatching(/^(?:sent|scheduled)$/),
		]);
		expect(rows.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(Object.keys(rows[1]?.json ?? {})).toEqual(Object.keys(rows[0]?.json ?? {}));
		expect(rows[1]?.json.statusText).toMatch(names);
		expect(run.runsOf('AllMySMS')[0]?.hints[0]?.message).toMatch(/^1 of 3 SMS was not accepted: /);
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test.each(ROWS)('%s in every row is a fault of the node', async (_, parameters, bad, names) => {
		const { engine, sandbox } = world();
		const items = people(2).map((item) => ({ ...item, ...FINE, ...bad }));
		const run = await engine.runAction(sending({ ...GOOD, ...parameters }), { items });
		expect(run.error?.name).toBe('NodeOperationError');
		expect(run.error?.message).toMatch(/^'[A-Z].*\[item 0\]$/);
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(names);
		expect(await sandbox.requests()).toEqual([]);
	});

	test('a row that cannot be used does not hide that nothing was accepted', async () => {
		const { engine } = world();
		const items = [{ to: '' }, { to: '06 12' }];
		const run = await engine.runAction(sending({ to: '={{ $json.to }}', message: 'Hi' }), {
			items,
		});
		expect(run.error?.name).toBe('NodeApiError');
		expect(run.error?.message).toMatch(/\[item 0\]/);
		expect(run.error?.description).toMatch(/06 12 \[item 1\]/);
	});

	test('Retry On Fail does not send the good rows again', async () => {
		const { engine, sandbox } = world();
		const items = people(2).map((item, index) => ({ ...item, text: index === 0 ? '' : 'Hello' }));
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			await sandbox.reset();
			await engine.runAction(sending({ ...GOOD, message: '={{ $json.text }}' }), {
				items,
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0, onError },
			});
			expect(await sandbox.messages()).toHaveLength(1);
		}
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'with %s the others are sent, and the wrong one is an error item',
		async (onError) => {
			const { engine, sandbox } = world();
			const items = people(3).map((item, index) => ({ ...item, text: index === 1 ? '' : 'Hello' }));
			const run = await engine.runAction(sending({ ...GOOD, message: '={{ $json.text }}' }), {
				items,
				settings: { onError },
			});
			expect(await sandbox.messages()).toHaveLength(2);
			const output = onError === 'continueErrorOutput' ? 1 : 0;
			const failed = run.itemsOf('AllMySMS', output).filter(({ json }) => 'error' in json);
			expect(failed).toHaveLength(1);
			expect(failed[0]?.json).toMatchObject({
				error: expect.stringContaining("'Message'"),
				message: expect.stringMatching(/^Not sent: /),
			});
			expect(failed[0]?.pairedItem).toEqual({ item: 1 });
		},
	);

	test.each(['ftp://example.com', 'not an address', 'https://user:pass@example.com', 'http://'])(
		'the wrong base URL %s',
		async (baseUrl) => {
			const { engine, sandbox } = world();
			engine.credential = { ...sandbox.credential, baseUrl };
			const run = await engine.runAction(sending(GOOD), { items: people(2) });
			expect(run.error?.message).toContain("'Base URL'");
			expect(run.error?.description).toMatch(/https:\/\/api\.allmysms\.com/);
			expect(await sandbox.requests()).toEqual([]);
		},
	);

	test('a base URL where nobody listens', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, baseUrl: 'http://127.0.0.1:9' };
		const run = await engine.runAction(sending(GOOD), { items: people(1) });
		expect(run.error?.name).toBe('NodeApiError');
		expect(run.error?.message).toMatch(/^AllMySMS was not reached, .* was not sent \[item 0\]$/);
		expect(run.error?.description).toMatch(/Base URL/);
	}, 20_000);

	test('an unreadable number costs nothing and stops nobody else', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ to: '12, abc, 0612000001', message: 'Hi' }));
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS').map(({ json }) => [json.to, json.status])).toEqual([
			['12', 'rejected'],
			['abc', 'rejected'],
			['+33612000001', 'sent'],
		]);
		expect(await sandbox.messages()).toHaveLength(1);
	});
});
