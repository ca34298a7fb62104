import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { fetch } from 'undici';

import type { RequestFaultOrder } from '../../sandbox/client.mts';
import { describeOnEachLine, type World } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';
import { openTrigger, reply } from '../../harness/trigger-scene.mts';
import { person } from './operations/write-cases.mts';

const KEY = 'sandbox-key';
const TOKEN = 'marked+token/&=é';

/** Every spelling in which a secret could come along. */
const spellings = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	new URLSearchParams({ s: secret }).toString().slice(2),
	Buffer.from(`sandbox:${secret}`).toString('base64'),
	Buffer.from(secret).toString('base64'),
];

const found = (text: string, secret: string): string[] =>
	spellings(secret).filter((spelling) => text.includes(spelling));

const FAULTS: ReadonlyArray<RequestFaultOrder | null> = [
	null,
	{ kind: 'refuse' },
	{ kind: 'reset-before' },
	{ kind: 'reset-after' },
	{ kind: 'delay', delayMs: 1_500 },
	{ kind: 'status', status: 302 },
	{ kind: 'status', status: 400 },
	{ kind: 'status', status: 401 },
	{ kind: 'status', status: 200, body: `{"status":142,"statusText":"Nobody has ${KEY}"}` },
	{ kind: 'status', status: 404, body: `{"code":1404,"description":"No ${KEY}"}` },
	{ kind: 'status', status: 500 },
	{ kind: 'truncated' },
	{ kind: 'html' },
	{ kind: 'garbage' },
];

const OPERATIONS: readonly INodeParameters[] = [
	sending({ to: '={{ $json.phone }}', message: '=Hi {{ $json.name }}', options: { timeout: 1 } }),
	sending({ to: '={{ $json.phone }}', message: 'Hi', options: { timeout: 1, api: 'rest' } }),
	{
		resource: 'sms',
		operation: 'simulate',
		to: '0612000001',
		message: 'Hi',
		options: { timeout: 1 },
	},
	{
		resource: 'sms',
		operation: 'sendAndWait',
		to: '={{ $json.phone }}',
		message: 'Hi?',
		options: { timeout: 1, shortenLink: true },
	},
	{ resource: 'account', operation: 'get' },
	{ resource: 'subAccount', operation: 'create', subAccount: '={{ $json.phone }}', ...person },
];

/** Everything that a run leaves behind, as text. */
async function traces(
	{ engine, sandbox }: World,
	parameters: INodeParameters,
	onError: 'stopWorkflow' | 'continueRegularOutput',
) {
	const run = await engine.runAction(parameters, {
		items: people(2),
		settings: { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	});
	// The faults that this test set are no record of the sandbox's own.
	await sandbox.setFaults();
	return [
		run.stored,
		JSON.stringify([run.error, run.itemsOf('AllMySMS'), run.runsOf('AllMySMS')]),
		JSON.stringify(engine.log.take()),
		JSON.stringify(await sandbox.requests()),
		JSON.stringify(await sandbox.state()),
	].join('\n');
}

describeOnEachLine('the API key', (world) => {
	test.each(
		OPERATIONS.map(
			(parameters) =>
				[`${String(parameters.resource)} ${String(parameters.operation)}`, parameters] as const,
		),
	)(
		'%s leaves no trace of it, whatever goes wrong',
		async (_, parameters) => {
			const { sandbox } = world();
			for (const [index, fault] of FAULTS.entries()) {
				const onError = index % 2 === 0 ? 'stopWorkflow' : 'continueRegularOutput';
				await sandbox.reset();
				if (fault) await sandbox.setFaults({ ...fault, times: 0 });
				const text = await traces(world(), parameters, onError);
				expect([fault?.kind, onError, ...found(text, KEY)]).toEqual([fault?.kind, onError]);
			}
		},
		120_000,
	);

	test('it is in no address and no header but that of REST', async () => {
		const { engine, sandbox } = world();
		const heads: string[] = [];
		const server = createServer((request, response) => {
			heads.push(
				`${request.url ?? ''} ${JSON.stringify({ ...request.headers, authorization: '' })}`,
			);
			request.resume();
			request.once('end', () => response.end('{"status":102}'));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		engine.credential = { ...sandbox.credential, baseUrl: `http://127.0.0.1:${port}` };
		for (const parameters of OPERATIONS) await engine.runAction(parameters, { items: people(1) });
		server.closeAllConnections();
		server.close();
		expect(heads.length).toBeGreaterThanOrEqual(OPERATIONS.length);
		expect(found(heads.join('\n'), KEY)).toEqual([]);
	});
});

describeOnEachLine('the API key and the password of a new sub-account', (world) => {
	const PASSWORD = 'marked password/&=é';
	const creating: INodeParameters = {
		resource: 'subAccount',
		operation: 'create',
		subAccount: '={{ $json.phone }}',
		...person,
		password: '={{ "marked" + " password/&=é" }}',
	};

	/** What AllMySMS itself shows to the master account; null where there is no such sub-account. */
	const keyOf = async (origin: string, subAccount: string): Promise<string | null> => {
		const answer = await fetch(`${origin}/http/9.0/getInfo/`, {
			method: 'POST',
			body: new URLSearchParams({ login: 'sandbox', apiKey: KEY, subAccount }),
		});
		const { apiKey } = (await answer.json()) as { apiKey?: string };
		return apiKey ?? null;
	};

	test.each([...FAULTS, { kind: 'status', status: 404, request: 2 } as const])(
		'are nowhere, whatever goes wrong: %j',
		async (fault) => {
			const { sandbox } = world();
			await sandbox.setHabits({ createSubAccount: 'key' });
			for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
				// A delay is no fault here: these requests may take a minute.
				if (fault && fault.kind !== 'delay') await sandbox.setFaults({ ...fault });
				const text = await traces(world(), creating, onError);
				expect(found(text, PASSWORD)).toEqual([]);
				const made = await Promise.all(
					people(2).map(async ({ phone }) => await keyOf(sandbox.origin, String(phone))),
				);
				const keys = made.filter((key) => key !== null);
				if (!fault) expect(keys).toHaveLength(2);
				for (const key of keys) expect(found(text, key)).toEqual([]);
				await sandbox.reset();
			}
		},
	);

	test('the key stands in the item and nowhere else where it is asked for', async () => {
		const { engine, sandbox } = world();
		await sandbox.setHabits({ createSubAccount: 'key' });
		const run = await engine.runAction(
			{ ...creating, options: { returnApiKey: true } },
			{ items: people(1) },
		);
		const [item] = run.itemsOf('AllMySMS');
		const key = await keyOf(sandbox.origin, String(item?.json.subAccount));
		if (key === null) throw new Error('The sub-account was not created');
		expect(item?.json.apiKey).toBe(key);
		// n8n writes the item once for the node and those behind it.
		expect(run.stored.split(key)).toHaveLength(2);
		expect(found(JSON.stringify(engine.log.take()), key)).toEqual([]);
		expect(found(run.stored, PASSWORD)).toEqual([]);
	});
});

describeOnEachLine('the webhook token', (world) => {
	test('is in no item, no answer, no log and no stored execution', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, webhookToken: TOKEN };
		const scene = await openTrigger(engine, {
			events: ['deliveryReport', 'reply', 'stop', 'other'],
			options: { includeRaw: true },
		});
		const query = `?token=${encodeURIComponent(TOKEN)}`;
		const answers = [
			await scene.call(query, { method: 'POST', body: new URLSearchParams(reply()) }),
			await scene.call(`${query}&anything=else`),
			await scene.call(`${query}&${new URLSearchParams(reply())}`),
			await scene.call('?token=wrong', { method: 'POST', body: new URLSearchParams(reply()) }),
			await scene.call(query, {
				method: 'POST',
				body: '{"broken":',
				headers: { 'Content-Type': 'application/json' },
			}),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 422]);
		const runs = await scene.executions();
		expect(runs).toHaveLength(3);
		const text = [
			...runs.map(({ stored }) => stored),
			JSON.stringify(answers),
			JSON.stringify(engine.log.take()),
		].join('\n');
		await scene.close();
		expect(found(text, TOKEN)).toEqual([]);
		expect(found(text, KEY)).toEqual([]);
	});
});
