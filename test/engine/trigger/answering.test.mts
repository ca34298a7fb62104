import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

import { afterEach, expect, jest, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

jest.setTimeout(60_000);

/** What the address of the waiting execution answers, in turn; the last one again and again. */
type Answers = ReadonlyArray<{ readonly status: number; readonly body: string }>;

const TAKEN = { status: 200, body: 'ALLMYSMS ANSWER TAKEN' };
const RUNNING = { status: 409, body: '{"message":"The execution \\"1\\" is running already."}' };
const ENDED = { status: 200, body: '<html>No action required</html>' };

describeOnEachLine('a reply to a question', (world) => {
	let scene: TriggerScene | undefined;
	let server: Server | undefined;
	let posted: unknown[] = [];

	const waitFor = async (answers: Answers): Promise<string> => {
		posted = [];
		const started = createServer((request, response) => {
			void textOf(request).then((body) => {
				const answer = answers[Math.min(posted.length, answers.length - 1)];
				posted.push(JSON.parse(body));
				response.statusCode = answer?.status ?? 500;
				response.end(answer?.body);
			});
		});
		server = started;
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(started.address() as AddressInfo).port}/webhook-waiting/1/a`;
	};

	/** The trigger of a workflow in which an earlier n8n process has asked these phones. */
	const open = async (
		url: string,
		more: SceneOptions = {},
		phones = ['+33612345678'],
	): Promise<TriggerScene> => {
		const question = {
			url,
			phones: phones.map((to) => ({ to, smsId: null, campaignId: 'ap_28423' })),
			askedAt: Date.now(),
			expiresAt: null,
		};
		const staticData = { global: { allMySmsQuestions: [question] } };
		scene = await openTrigger(world().engine, { ...more, staticData });
		return scene;
	};

	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
		server?.closeAllConnections();
		server?.close();
	});

	test('goes to the execution that waits, and starts nothing; nor does its repeat', async () => {
		const { push, items, staticData } = await open(await waitFor([TAKEN]));
		expect(staticData).toHaveProperty('global');
		const answer = reply({ message: ' Oui ' });
		expect(await push(answer)).toEqual(OK);
		expect(await push(answer)).toEqual(OK);
		expect(posted).toEqual([{ text: 'Oui', to: '+33612345678', stop: false }]);
		expect(await items()).toEqual([]);
		expect(scene?.staticData.global).toEqual({ allMySmsQuestions: [] });
		expect(await push(reply({ message: 'Encore' }))).toEqual(OK);
		expect(await items()).toMatchObject([[{ event: 'reply', message: 'Encore' }]]);
	});

	test('starts nothing in a later process either', async () => {
		const { push, close } = await open(await waitFor([TAKEN]));
		const answer = reply();
		expect(await push(answer)).toEqual(OK);
		const staticData = scene?.staticData;
		await close();
		scene = await openTrigger(world().engine, { staticData });
		expect(await scene.push(answer)).toEqual(OK);
		expect(posted).toHaveLength(1);
		expect(await scene.items()).toEqual([]);
	});

	test('is taken by a trigger that is set to start with reports alone', async () => {
		const { push, items } = await open(await waitFor([TAKEN]), { events: ['deliveryReport'] });
		expect(await push(receipt())).toEqual(OK);
		expect(await push(reply())).toEqual(OK);
		expect(posted).toHaveLength(1);
		expect(await items()).toMatchObject([[{ event: 'deliveryReport' }]]);
	});

	test('waits until the execution waits', async () => {
		const { push, items } = await open(await waitFor([RUNNING, RUNNING, TAKEN]));
		expect(await push(reply())).toEqual(OK);
		expect(posted).toHaveLength(3);
		expect(await items()).toEqual([]);
	});

	test('is a reply like any other where the execution waits no more, or belongs elsewhere', async () => {
		const { push, items } = await open(await waitFor([ENDED]));
		expect(await push(reply({ campaignId: 'ap_other', message: 'One' }))).toEqual(OK);
		expect(posted).toEqual([]);
		expect(await push(reply({ message: 'Two' }))).toEqual(OK);
		expect(posted).toHaveLength(1);
		expect(await push(reply({ message: 'Three' }))).toEqual(OK);
		expect(posted).toHaveLength(1);
		const started = (await items()).flat().map(({ message }) => message);
		expect(started).toEqual(['One', 'Two', 'Three']);
	});

	test('that cannot be handed over starts the workflow', async () => {
		const { push, items } = await open('http://127.0.0.1:1/webhook-waiting/1/a');
		expect(await push(reply({ message: 'Oui' }))).toEqual(OK);
		expect(await items()).toMatchObject([[{ event: 'reply', message: 'Oui' }]]);
		const log = JSON.stringify(world().engine.log.take());
		expect(log).toContain('WEBHOOK_URL');
		expect(log).not.toContain('webhook-waiting');
	});

	test('that cannot be handed over and would start nothing is not answered with 200', async () => {
		const unreachable = 'http://127.0.0.1:1/webhook-waiting/1/a';
		const { push, items } = await open(unreachable, { events: ['deliveryReport'] });
		const answer = reply();
		expect((await push(answer)).status).toBe(500);
		expect((await push(answer)).status).toBe(500);
		expect(await items()).toEqual([]);
	});

	test('STOP ends the question for its phone, and starts the workflow as well', async () => {
		const phones = ['+33612345678', '+33612345679'];
		const { push, items } = await open(await waitFor([TAKEN]), {}, phones);
		expect(await push(reply({ message: 'STOP' }))).toEqual(OK);
		expect(posted).toEqual([]);
		expect(await push(reply({ message: 'Oui' }))).toEqual(OK);
		expect(posted).toEqual([]);
		expect(await push(reply({ message: 'Stop', phoneNumber: '33612345679' }))).toEqual(OK);
		expect(posted).toEqual([{ text: 'Stop', to: '+33612345679', stop: true }]);
		expect((await items()).flat().map(({ event }) => event)).toEqual(['stop', 'reply', 'stop']);
	});

	test('STOP from the test phone of several recipients leaves nobody to wait for', async () => {
		const phones = ['+33612345678', '+33612345678'];
		const { push, items } = await open(await waitFor([TAKEN]), {}, phones);
		expect(await push(reply({ message: 'STOP' }))).toEqual(OK);
		expect(posted).toEqual([{ text: 'STOP', to: '+33612345678', stop: true }]);
		expect((await items()).flat().map(({ event }) => event)).toEqual(['stop']);
	});

	test('is confirmed with AllMySMS first, where that is asked for', async () => {
		const { push, items } = await open(await waitFor([TAKEN]), { options: { verify: true } });
		expect((await push(reply())).status).toBe(401);
		expect(posted).toEqual([]);
		expect(await items()).toEqual([]);
	});
});
