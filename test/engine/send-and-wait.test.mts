import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { passLimit } from '../../harness/pass-limit.mts';
import { people } from '../../harness/sms.mts';
import { actionWorkflow } from '../../harness/workflow.mts';

const asking = (parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'sms',
	operation: 'sendAndWait',
	to: '={{ $json.phone }}',
	message: '=Do you come, {{ $json.name }}?',
	...parameters,
});

const labels = (...given: string[]) => ({ values: given.map((label) => ({ label })) });

const until = (values: INodeParameters) => ({ options: { limitWaitTime: { values } } });

/** What is wrong with a node, and what its error says. */
const BAD: ReadonlyArray<readonly [what: string, parameters: INodeParameters, says: RegExp]> = [
	['no recipient', { to: '={{ "" }}' }, /'To' is empty \[item 0\]/],
	['no text', { message: '={{ " " }}' }, /'Message' is empty \[item 0\]/],
	['no room for the link', { message: 'x'.repeat(600) }, /'Message' leaves no room for the link/],
	['one button', { responseType: 'buttons', buttons: labels('Yes') }, /'Buttons' has 1 button/],
	[
		'seven buttons',
		{ responseType: 'buttons', buttons: labels('1', '2', '3', '4', '5', '6', '7') },
		/'Buttons' has 7 buttons/,
	],
	[
		'equal labels',
		{ responseType: 'buttons', buttons: labels('Yes', 'YES') },
		/'Buttons' has two buttons with the label "YES"/,
	],
	[
		'equal labels of an approval',
		{
			approvalOptions: {
				values: { approvalType: 'double', approveLabel: 'OK', disapproveLabel: 'OK' },
			},
		},
		/'Approval Options' has two buttons with the label "OK"/,
	],
	[
		'a limit in the past',
		until({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-05-01T10:00:00' }),
		/'Limit Wait Time' is in the past: 2020-05-01 10:00/,
	],
	[
		'a limit of nothing',
		until({ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'hours' }),
		/'Limit Wait Time' has the amount 0/,
	],
	[
		'a name that nobody can reply to',
		{ responseType: 'smsReply', sender: 'MyShop' },
		/'Sender \(TPOA\)' is "MyShop", but a phone cannot reply to a name/,
	],
	['an option that is none', { options: { timeout: 0 } }, /'Request Timeout'/],
	['an expression that fails', { message: '=Hi {{ $json. }}' }, /'Message' has an expression/],
];

describeOnEachLine('sms › sendAndWait', (world) => {
	test.each(BAD)('%s is refused before anything is sent', async (_, parameters, says) => {
		const { engine, sandbox } = world();
		const stopped = await engine.runAction(asking(parameters), { items: people(1) });
		expect(stopped.status).toBe('error');
		expect(stopped.error?.message).toMatch(says);
		expect(stopped.error?.description).toMatch(/\S.*Nothing was sent\.$/);
		expect(stopped.error?.context?.itemIndex).toBe(0);

		const continued = await engine.runAction(asking(parameters), {
			items: people(1),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(continued.status).toBe('success');
		expect(continued.itemsOf('Failed')).toMatchObject([
			{ json: { error: expect.stringMatching(/^'/), message: expect.stringMatching(/\S/) } },
		]);
		expect(await sandbox.requests()).toEqual([]);
	});

	test('sends one SMS with one link to each recipient, and waits', async () => {
		const { engine, sandbox } = world();
		const items = [...people(2), { phone: '06 12 00 00 00', name: 'Nobody new' }];
		const run = await engine.runAction(asking(), { items, executionId: '4711' });
		expect(run.status).toBe('waiting');
		expect(run.itemsOf('Done')).toEqual([]);
		expect(run.itemsOf('AllMySMS').map(({ json }) => [json.to, json.status])).toEqual([
			['+33612000000', 'sent'],
			['+33612000001', 'sent'],
		]);
		const texts = (await sandbox.messages()).map(({ text }) => text.split('\n'));
		expect(texts.map(([text]) => text)).toEqual([
			'Do you come, Person 0?',
			'Do you come, Person 1?',
		]);
		const links = texts.map(([, link = '']) => new URL(link));
		for (const { pathname, searchParams } of links) {
			expect(pathname).toMatch(/^\/webhook-waiting\/4711\/[0-9a-f-]{36}$/);
			expect(searchParams.get('signature')).toMatch(/^[0-9a-f]{64}$/);
		}
		expect(links.map(({ searchParams }) => searchParams.get('q'))).toEqual([null, '0.1']);
		// They may leave in one request: what differs are values.
		const sends = (await sandbox.requests()).filter(({ path }) => path.includes('sendSms'));
		expect(sends).toHaveLength(1);
		expect(run.runsOf('AllMySMS')[0]?.hints.map(({ message }) => message)).toEqual(
			expect.arrayContaining([expect.stringContaining('1 item named a number')]),
		);
	});

	test('a signature stands in no item, no stored execution and no log', async () => {
		const { engine, sandbox } = world();
		for (const responseType of ['approval', 'smsReply']) {
			const run = await engine.runAction(asking({ responseType }), { items: people(2) });
			expect(run.status).toBe('waiting');
			expect(run.stored).not.toMatch(/signature|webhook-waiting/);
			expect(JSON.stringify(engine.log.take())).not.toMatch(/signature=|webhook-waiting/);
		}
		expect((await sandbox.messages()).at(-1)?.text).toBe('Do you come, Person 1?');
	});

	test('a link is shortened where that is asked for', async () => {
		const { sandbox, engine } = world();
		const shorten = { options: { shortenLink: true } };
		await engine.runAction(asking(shorten), { items: people(2) });
		const links = (await sandbox.messages()).map(({ text }) => text.split('\n')[1] ?? '');
		expect(new Set(links).size).toBe(2);
		for (const link of links) expect(link.length).toBeLessThan(60);

		await sandbox.reset();
		await sandbox.setFaults({ kind: 'status', status: 404, endpoint: 'shortenUrl', times: 0 });
		const run = await engine.runAction(asking(shorten), { items: people(1) });
		expect(run.error?.message).toMatch(/^'Shorten Link' is on, but AllMySMS gave no short link/);
		expect(await sandbox.messages()).toEqual([]);
	});

	test('a bad row is left out, and the others are asked', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(asking(), {
			items: [...people(1), { phone: '06 12', name: 'Short' }, { name: 'None' }],
		});
		expect(run.status).toBe('waiting');
		expect(await sandbox.messages()).toHaveLength(1);
		const hints = run.runsOf('AllMySMS')[0]?.hints.map(({ message }) => message);
		expect(hints).toEqual(
			expect.arrayContaining([expect.stringContaining('2 recipients could not be asked')]),
		);
	});

	test.each([
		['rejected', { kind: 'status', status: 404 }],
		['of an unknown outcome', { kind: 'reset-after' }],
	] as const)('an SMS that is %s leaves nothing waiting', async (_, fault) => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...fault, endpoint: 'sendSms', times: 0 });
		const stopped = await engine.runAction(asking(), { items: people(1) });
		expect(stopped.status).toBe('error');
		expect(stopped.error?.message).toContain('+33612000000');
		const continued = await engine.runAction(asking(), {
			items: people(1),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(continued.status).toBe('success');
		expect(continued.itemsOf('Failed')[0]?.json.error).toContain('+33612000000');
	});

	test('goes on with {expired: true} when the limit has passed, and nobody is asked again', async () => {
		const { engine, sandbox } = world();
		const workflow = actionWorkflow(asking());
		const waiting = await engine.execute(workflow, { items: people(2) });
		const texted = (await sandbox.messages()).length;
		const run = await passLimit(engine, workflow, waiting);
		expect(run.status).toBe('success');
		expect(run.itemsOf('Done')).toEqual([
			{ json: { data: { expired: true } }, pairedItem: expect.anything() },
		]);
		expect(await sandbox.messages()).toHaveLength(texted);
	});

	test('asks once, whatever tries "Retry On Fail" allows', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(asking(), {
			// An error of an earlier node must not make n8n try again.
			items: [{ ...people(1)[0], error: 'from before' }],
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(run.status).toBe('waiting');
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('notes who may reply, for the trigger of the workflow', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(asking({ responseType: 'smsReply' }), { items: people(1) });
		const [message] = await sandbox.messages();
		const { global } = run.staticData as { global: { allMySmsQuestions: unknown[] } };
		expect(global.allMySmsQuestions).toEqual([
			{
				url: expect.stringContaining(`/webhook-waiting/${run.executionId}/`),
				phones: [
					{ to: '+33612000000', smsId: message?.smsId, campaignId: expect.stringMatching(/\S/) },
				],
				askedAt: expect.any(Number),
				expiresAt: null,
			},
		]);
	});
});
