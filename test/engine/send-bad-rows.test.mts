import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';

type SmsParameters = Parameters<typeof sending>[0];

const GOOD = { to: '={{ $json.phone }}', message: 'Hello' };

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

describeOnEachLine('a bad row among good ones', (world) => {
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
