import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { File } from 'node:buffer';
import { FormData } from 'undici';

import { openEngine, type Engine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

const BASE_URL = 'http://127.0.0.1:9';
const TEXT = 'text/plain; charset=utf-8';
const refused = (line: RegExp, status = 400) => ({
	status,
	type: TEXT,
	body: expect.stringMatching(line),
});

jest.setTimeout(60_000);

describe.each(lines)('answers of the trigger on n8n-core $version', (line) => {
	let scene: TriggerScene | undefined;
	let engine: Engine;
	const open = async (options: SceneOptions = {}, webhookToken = ''): Promise<TriggerScene> => {
		const credential = { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: BASE_URL, webhookToken };
		engine = await openEngine(line, credential);
		scene = await openTrigger(engine, options);
		return scene;
	};
	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
	});

	test('one event in every way is one execution each', async () => {
		const { call, items } = await open();
		const fields = () => reply();
		const multipart = new FormData();
		for (const [key, value] of Object.entries(fields())) multipart.append(key, value);
		const json = { 'Content-Type': 'application/json' };

		expect(await call(`?${new URLSearchParams(fields())}`)).toEqual(OK);
		expect(await call('', { method: 'POST', body: new URLSearchParams(fields()) })).toEqual(OK);
		expect(await call('', { method: 'POST', body: multipart })).toEqual(OK);
		for (const body of [JSON.stringify(fields()), JSON.stringify([fields()])]) {
			expect(await call('', { method: 'POST', headers: json, body })).toEqual(OK);
		}
		const started = await items();
		expect(started).toHaveLength(5);
		for (const [item, ...others] of started) {
			expect(others).toEqual([]);
			expect(item).toEqual({
				event: 'reply',
				replyId: expect.stringMatching(/^mo-/),
				smsId: expect.stringMatching(/^sms-/),
				campaignId: 'ap_28423',
				phoneNumber: '+33612345678',
				message: 'Oui, à demain',
				receivedAt: '2026-05-01T10:05:00+02:00',
			});
		}
	});

	test('a form in Latin-1, a file and a wrong content type are read', async () => {
		const { call, items } = await open();
		const latin1 = Buffer.from(
			'smsMoId=1&phoneNumber=33612345678&message=Oui, \xe9t\xe9',
			'latin1',
		);
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		expect(await call('', { method: 'POST', body: latin1, headers: form })).toEqual(OK);
		const files = new FormData();
		files.append('smsMoId', '2');
		files.append('phoneNumber', '33612345678');
		files.append('message', new File(['Oui, été'], 'message.txt', { type: 'text/plain' }));
		expect(await call('', { method: 'POST', body: files })).toEqual(OK);
		const json = JSON.stringify({ smsMoId: 3, phoneNumber: '33612345678', message: 'Oui, été' });
		const binary = { 'Content-Type': 'application/octet-stream' };
		expect(await call('', { method: 'POST', body: json, headers: binary })).toEqual(OK);
		expect((await items()).flat().map(({ message }) => message)).toEqual(
			Array.from({ length: 3 }, () => 'Oui, été'),
		);
	});

	test('what is empty is well, and starts nothing', async () => {
		const { call, executions } = await open();
		const post = (body: string, type: string) =>
			call('', { method: 'POST', body, headers: { 'Content-Type': type } });
		expect(await call('')).toEqual(OK);
		expect(await call('?token=anything')).toEqual(OK);
		expect(await call('', { method: 'POST' })).toEqual(OK);
		expect(await post('{}', 'application/json')).toEqual(OK);
		expect(await post('[]', 'application/json')).toEqual(OK);
		expect(await post('smsId=&status=', 'application/x-www-form-urlencoded')).toEqual(OK);
		expect(await call('', { method: 'HEAD' })).toEqual({ ...OK, body: '' });
		expect(await call('?smsId=1&status=1', { method: 'HEAD' })).toEqual({ ...OK, body: '' });
		expect(await executions()).toEqual([]);
	});

	test('what is not wanted is well, and starts nothing', async () => {
		const { push, call, executions } = await open({ events: ['stop'] });
		expect(await push(receipt())).toEqual(OK);
		expect(await push(reply())).toEqual(OK);
		expect(await call('?click=1')).toEqual(OK);
		expect(await executions()).toEqual([]);
	});

	test('1,000 events in one push are 1,000 items of one execution', async () => {
		const { call, items } = await open();
		const body = JSON.stringify({ acks: Array.from({ length: 1_000 }, () => receipt()) });
		const headers = { 'Content-Type': 'application/json' };
		expect(await call('', { method: 'POST', body, headers })).toEqual(OK);
		const [first, ...others] = await items();
		expect(first).toHaveLength(1_000);
		expect(others).toEqual([]);
	});

	test('what cannot be read gets one line, whatever it says it is', async () => {
		const { call, executions } = await open();
		const post = (body: string | Buffer, type: string) =>
			call('', { method: 'POST', body, headers: { 'Content-Type': type } });
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'x/y', 'multipart/x']) {
			expect(await post('{"smsId":', type)).toEqual(refused(/^The push cannot be read/));
		}
		// n8n reads these before the node does.
		for (const type of ['application/json', 'text/xml', 'multipart/form-data; boundary=b']) {
			const { status } = await post('{"smsId":', type);
			expect({ type, status: Math.floor(status / 100) }).toEqual({ type, status: 4 });
		}
		expect(await post(Buffer.alloc(100, 0xff), 'application/octet-stream')).toEqual(
			refused(/^The push cannot be read/),
		);
		expect(await executions()).toEqual([]);
	});

	test('a body beyond all bounds is refused, also when it hides its size', async () => {
		const { call, executions } = await open();
		const large = Buffer.alloc(10_000_000, 'a');
		expect(await call('', { method: 'POST', body: large })).toEqual(refused(/larger than 5 MB/));
		const packed = { 'Content-Encoding': 'gzip' };
		expect(await call('', { method: 'POST', body: gzipSync(large), headers: packed })).toEqual(
			refused(/larger than 5 MB/),
		);
		const bomb = gzipSync(Buffer.alloc(100_000_000));
		expect(await call('', { method: 'POST', body: bomb, headers: packed })).toEqual(
			refused(/larger than 5 MB/),
		);
		const unread = { ...packed, 'Content-Type': 'application/octet-stream' };
		expect(await call('', { method: 'POST', body: 'no gzip', headers: unread })).toEqual(
			refused(/did not arrive as a whole/),
		);
		expect(await executions()).toEqual([]);
	});

	test('who does not have the token is refused, whatever he sends', async () => {
		const token = 'S3cret & +more=ü';
		const { call, items } = await open({ options: { includeRaw: true } }, token);
		const query = new URLSearchParams(receipt());
		const right = `token=${encodeURIComponent(token)}`;
		for (const call401 of [`?${query}`, '', '?token=', '?token=S3cret', `?x=1&tok=${token}`]) {
			expect(await call(call401)).toEqual(refused(/token/, 401));
		}
		expect(await call('', { method: 'POST', body: Buffer.alloc(9_000_000) })).toEqual(
			refused(/token/, 401),
		);
		expect(await call(`?${right}&${query}`)).toEqual(OK);
		expect(await call(`?${right}`, { method: 'HEAD' })).toEqual({ ...OK, body: '' });
		expect(await call('', { method: 'HEAD' })).toMatchObject({ status: 401 });
		const all = await items();
		expect(all).toHaveLength(1);
		expect(JSON.stringify(all)).not.toMatch(/S3cret|token/);
	});

	test('a new token is taken within a second, the one before for ten seconds more', async () => {
		const { call, executions } = await open({}, 'first-token');
		const pushWith = async (token: string) =>
			(await call(`?token=${token}`, { method: 'POST', body: new URLSearchParams(receipt()) }))
				.status;
		expect(await pushWith('first-token')).toBe(200);
		engine.credential = { ...engine.credential, webhookToken: 'second-token' };
		expect(await pushWith('first-token')).toBe(200);
		await pause(1_100);
		expect(await pushWith('second-token')).toBe(200);
		expect(await pushWith('first-token')).toBe(401);
		expect(await executions()).toHaveLength(3);
	});

	test('a token that an expression gives as a number is asked for like any other', async () => {
		const { call } = await open({}, '={{ 123456 }}');
		expect((await call('?token=123456')).status).toBe(200);
		expect((await call('?token=12345')).status).toBe(401);
		expect((await call('')).status).toBe(401);
	});

	test.each(['undefined', 'null', '({})', 'true'])(
		'a token whose expression gives %s opens the trigger to nobody',
		async (code) => {
			const { call, executions } = await open({}, `={{ ${code} }}`);
			for (const query of ['', '?token=', '?token=undefined', '?token=true']) {
				expect(await call(query)).toEqual(refused(/log of n8n/, 500));
			}
			expect(await executions()).toEqual([]);
		},
	);

	test('a token is that of one trigger with one credential', async () => {
		await open({ workflowId: 'workflow', nodeId: 'trigger', credentialId: '1' }, 'token-0');
		const triggers: SceneOptions[] = [
			{ workflowId: 'workflow', nodeId: 'trigger', credentialId: '2' },
			{ workflowId: 'workflow', nodeId: 'another trigger', credentialId: '2' },
			{ workflowId: 'copy', nodeId: 'another trigger', credentialId: '2' },
		];
		for (const [position, options] of triggers.entries()) {
			expect((await scene?.call(`?token=token-${position}`))?.status).toBe(200);
			await scene?.close();
			engine.credential = { ...engine.credential, webhookToken: `token-${position + 1}` };
			scene = await openTrigger(engine, options);
			expect((await scene.call(`?token=token-${position}`)).status).toBe(401);
		}
	});

	test.each<[string, SceneOptions, string | undefined, boolean]>([
		['its own address', { options: { ipAllowList: '127.0.0.0/8, ::1' } }, undefined, true],
		['another address', { options: { ipAllowList: '192.0.2.1' } }, undefined, false],
		[
			'a header that n8n is not told to trust',
			{ options: { ipAllowList: '192.0.2.1' } },
			'192.0.2.1',
			false,
		],
		['a proxy', { options: { ipAllowList: '192.0.2.1' }, proxyHops: 1 }, '192.0.2.1', true],
		[
			'a forged header before a proxy',
			{ options: { ipAllowList: '192.0.2.1' }, proxyHops: 1 },
			'192.0.2.1, 198.51.100.7',
			false,
		],
		[
			'two proxies',
			{ options: { ipAllowList: '2001:db8::/32' }, proxyHops: 2 },
			'2001:db8::7, 10.0.0.1',
			true,
		],
	])('the allow list with %s', async (_, options, forwarded, isAllowed) => {
		const { call, executions } = await open(options);
		const headers: Record<string, string> = forwarded ? { 'X-Forwarded-For': forwarded } : {};
		const answer = await call(`?${new URLSearchParams(receipt())}`, { headers });
		expect(answer).toEqual(isAllowed ? OK : refused(/address/, 401));
		expect(await executions()).toHaveLength(isAllowed ? 1 : 0);
	});

	test('without a credential there is no token to ask for', async () => {
		const { push, items } = await open({ bare: true });
		expect(await push(receipt())).toEqual(OK);
		expect(await items()).toHaveLength(1);
	});
});
