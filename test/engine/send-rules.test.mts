import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { EngineRun } from '../../harness/engine-run.mts';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, sending } from '../../harness/sms.mts';
import { actionWorkflow } from '../../harness/workflow.mts';

/** A Wednesday of next year without a holiday near it, half past ten in the evening in Paris. */
const wednesday = [8, 9, 10, 11, 12, 13, 14]
	.map((day) =>
		DateTime.fromObject({ year: DateTime.now().year + 1, month: 9, day }, { zone: 'Europe/Paris' }),
	)
	.find(({ weekday }) => weekday === 3);
const NIGHT = wednesday?.set({ hour: 22, minute: 30 }).toISO() ?? '';
const MORNING = wednesday?.plus({ days: 1 }).set({ hour: 8 }).toMillis() ?? 0;
const YEAR = DateTime.now().year + 1;
const HOLIDAY = `${YEAR}-05-01T10:00:00+02:00`;

const withOptions = (options: IDataObject, more: INodeParameters = {}) =>
	sending({
		to: '={{ $json.phone }}',
		message: '=Hi {{ $json.name }}',
		options: options as INodeParameters,
		...more,
	});

const statuses = (run: EngineRun) => run.itemsOf('AllMySMS').map(({ json }) => json.status);
const texts = (run: EngineRun) => run.itemsOf('AllMySMS').map(({ json }) => json.statusText);
const hints = (run: EngineRun) =>
	run.runsOf('AllMySMS')[0]?.hints.map(({ message }) => message) ?? [];

describeOnEachLine('allowed recipients', (world) => {
	test('everybody else is rejected with a reason, and costs nothing', async () => {
		const { engine, sandbox } = world();
		const items = [...people(1), { phone: '+32470123456', name: 'Stranger' }];
		const run = await engine.runAction(withOptions({ allowedRecipients: '+336, +337' }), { items });
		expect(statuses(run)).toEqual(['sent', 'rejected']);
		expect(texts(run)[1]).toContain(
			'+32470123456 is not among the numbers that this node may text',
		);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('an expression that gives nothing opens the node to nobody', async () => {
		const { engine, sandbox } = world();
		const options = { allowedRecipients: '={{ $json.missing }}' };
		const run = await engine.runAction(withOptions(options), { items: people(2) });
		expect(run.error?.message).toContain("'Allowed Recipients' is empty");
		expect(await sandbox.requests()).toEqual([]);
	});
});

describeOnEachLine('maximum SMS', (world) => {
	test('a run over the limit is refused whole, with count, limit and the largest texts', async () => {
		const { engine, sandbox } = world();
		const items = people(3).map((item, index) => ({ ...item, name: 'x'.repeat(index * 150) }));
		const run = await engine.runAction(withOptions({ maximumSms: 3 }), { items });
		expect(run.error?.message).toBe(
			"'Maximum SMS' is 3, but this run would send 4 SMS to 3 recipients [item 0]",
		);
		expect(run.error?.description).toMatch(
			/The largest texts: 2 for "Hi x+…" to .*Nothing was sent/,
		);
		expect(await sandbox.requests()).toEqual([]);
		const enough = await engine.runAction(withOptions({ maximumSms: 4 }), { items });
		expect(statuses(enough)).toEqual(['sent', 'sent', 'sent']);
	});

	test('with "Continue" every item is an error', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(withOptions({ maximumSms: 1 }), {
			items: people(2),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(run.itemsOf('AllMySMS', 1)).toHaveLength(2);
		expect(await sandbox.messages()).toEqual([]);
	});

	test('what a unique key skips does not count', async () => {
		const { engine, sandbox } = world();
		const options = { maximumSms: 2, uniqueKey: '={{ $json.name }}' };
		const workflow = actionWorkflow(withOptions(options));
		expect(statuses(await engine.run(workflow, { items: people(2) }))).toEqual(['sent', 'sent']);
		const again = await engine.run(workflow, { items: people(4) });
		expect(statuses(again)).toEqual(['skipped', 'skipped', 'sent', 'sent']);
		expect((await engine.run(workflow, { items: people(8) })).error?.message).toContain(
			'would send 4 SMS',
		);
		// Refused ones are no sent ones.
		const rest = await engine.run(workflow, { items: people(6) });
		expect(statuses(rest).slice(4)).toEqual(['sent', 'sent']);
		expect(await sandbox.messages()).toHaveLength(6);
	});
});

describeOnEachLine('a test phone', (world) => {
	test('gets the first five texts, each tells whom it was meant for, and no key is used up', async () => {
		const { engine, sandbox } = world();
		const options = { uniqueKey: '={{ $json.name }}' };
		const items = people(7);
		const workflow = actionWorkflow(withOptions({ ...options, testRecipient: '0699999999' }));
		const run = await engine.run(workflow, { items });
		expect(statuses(run)).toEqual([...Array<string>(5).fill('sent'), 'skipped', 'skipped']);
		expect(texts(run)[2]).toMatch(new RegExp(`^Test, meant for \\${e164(2)}: `));
		expect(texts(run)[5]).toContain("'Test Recipient' is set");
		const sent = await sandbox.messages();
		expect(sent.map(({ phoneNumber }) => phoneNumber)).toEqual(
			Array<string>(5).fill('33699999999'),
		);
		expect(sent.map(({ text }) => text).sort()).toEqual(
			items.slice(0, 5).map(({ name }) => `Hi ${String(name)}`),
		);
		workflow.nodes[1] = { ...workflow.nodes[1], parameters: withOptions(options) } as never;
		const real = await engine.run(workflow, { items });
		expect(statuses(real)).toEqual(Array<string>(7).fill('sent'));
	});

	test('is not texted twice by "Retry On Fail"', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 404, times: 1 });
		await engine.runAction(withOptions({ testRecipient: '0699999999', concurrency: 1 }), {
			items: people(7),
			settings: {
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 0,
				onError: 'continueErrorOutput',
			},
		});
		const sent = (await sandbox.messages()).map(({ text }) => text);
		expect(sent.length).toBeLessThanOrEqual(5);
		expect(new Set(sent).size).toBe(sent.length);
	});
});

describeOnEachLine('marketing', (world) => {
	const marketing = (more: IDataObject = {}, sendAt = '') =>
		withOptions({ marketing: true, ...more }, { sendAt });
	const AT_ANY_TIME = { quietHours: 'ignore' };

	test('tells how to unsubscribe, and counts it', async () => {
		const { engine, sandbox } = world();
		const items = [{ phone: '0612000001', name: 'x'.repeat(150) }];
		const run = await engine.runAction(marketing(AT_ANY_TIME), { items });
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({ status: 'sent', segments: 2 });
		expect((await sandbox.messages())[0]?.text).toMatch(/ STOP au 36180$/);
	});

	test('waits for the next allowed minute where the number is', async () => {
		const { engine, sandbox } = world();
		const items = [...people(2), { phone: '0690000001', name: 'Guadeloupe' }];
		const run = await engine.runAction(marketing({}, NIGHT), { items });
		expect(run.error).toBeNull();
		expect(statuses(run)).toEqual(['scheduled', 'scheduled', 'scheduled']);
		expect(texts(run)[0]).toContain('Postponed to');
		expect(texts(run)[2]).not.toContain('Postponed');
		const dates = run.itemsOf('AllMySMS').map(({ json }) => Date.parse(String(json.scheduledFor)));
		expect(dates).toEqual([MORNING, MORNING, Date.parse(NIGHT)]);
		expect(hints(run)).toContainEqual(
			expect.stringContaining('Because of quiet hours, what 2 recipients get leaves later'),
		);
		const scheduled = (await sandbox.messages()).map(({ scheduledFor }) => scheduledFor);
		expect(scheduled.map((date) => Date.parse(date ?? ''))).toEqual(dates);
	});

	test('a date on a public holiday is moved, or refused with the reason', async () => {
		const { engine, sandbox } = world();
		const dated = (quietHours: string) =>
			engine.runAction(marketing({ quietHours }, HOLIDAY), {
				items: people(1),
				settings: { onError: 'continueRegularOutput' },
			});
		expect((await dated('postpone')).itemsOf('AllMySMS')[0]?.json).toMatchObject({
			status: 'scheduled',
			statusText: expect.stringContaining(`1 May ${YEAR} is a public holiday there`),
		});
		expect((await dated('reject')).itemsOf('AllMySMS')[0]?.json).toEqual({
			error: expect.stringContaining(`1 May ${YEAR} is a public holiday`),
			message: expect.stringContaining("let 'Quiet Hours' postpone it"),
		});
		expect((await dated('ignore')).itemsOf('AllMySMS')[0]?.json.status).toBe('scheduled');
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('people on the blacklist are left out before they are paid for', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(withOptions({}), { items: people(1) });
		await sandbox.reply(e164(0), 'STOP');
		const run = await engine.runAction(marketing(AT_ANY_TIME), { items: people(2) });
		expect(statuses(run)).toEqual(['skipped', 'sent']);
		expect(texts(run)[0]).toMatch(
			/the number is on the blacklist of AllMySMS \(.*since \d{4}-\d\d-\d\d\)/,
		);
		const all = await engine.runAction(marketing(AT_ANY_TIME), { items: people(1) });
		expect(all.error).toBeNull();
		expect(statuses(all)).toEqual(['skipped']);
	});

	test('nothing leaves where the blacklist cannot be read', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'garbage', endpoint: 'getBlacklist' });
		const run = await engine.runAction(marketing(AT_ANY_TIME), { items: people(2) });
		expect(run.error?.message).toContain('The blacklist could not be read');
		expect(await sandbox.messages()).toEqual([]);
	});

	test('a simulation keeps the same rules', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(withOptions({}), { items: people(1) });
		await sandbox.reply(e164(0), 'STOP');
		const run = await engine.runAction(
			{ ...marketing({ allowedRecipients: '+33' }, NIGHT), operation: 'simulate' },
			{ items: [...people(3), { phone: '0690000001', name: 'Guadeloupe' }] },
		);
		expect(run.itemsOf('AllMySMS').map(({ json }) => json)).toEqual([
			expect.objectContaining({
				recipients: 2,
				message: 'Hi Person 1 STOP au 36180',
				invalidNumbers: [e164(0)],
			}),
		]);
		expect(hints(run)).toContainEqual(
			expect.stringContaining('Send would leave out 1 recipient: the number is not among those'),
		);
	});
});
