import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';

import { setStage } from './client/stage.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

/** A call of the control API as a program without our client makes it. */
const order = async (method: 'PUT' | 'POST', path: string, body: unknown) =>
	await ask(`${stage.origin}/_sandbox${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

describe('what cannot be used is refused with a sentence', () => {
	test.each<['PUT' | 'POST', string, unknown, RegExp]>([
		['POST', '/reply', {}, /"phoneNumber" must be a number/],
		['POST', '/reply', { phoneNumber: '33612345678' }, /"message" must be a text/],
		[
			'POST',
			'/reply',
			{ phoneNumber: '33612345678', message: { a: 1 } },
			/"message" must be a text/,
		],
		['POST', '/reply', { phoneNumber: '33612345678', text: 'a' }, /Known: phoneNumber, message/],
		['POST', '/reply', [], /must be a JSON object/],
		['PUT', '/webhooks', { replyUrl: 'n8n' }, /"replyUrl" must be an address/],
		['PUT', '/webhooks', { replyUrl: 'file:///etc/passwd' }, /"replyUrl" must be an address/],
		['PUT', '/webhooks', { method: 'PATCH' }, /GET, POST/],
		['PUT', '/webhooks', { encoding: 'xml' }, /query, form, json, multipart/],
		['PUT', '/faults', { kind: 'fire' }, /refuse, reset-before/],
		['PUT', '/faults', { kind: 'drop' }, /refuse, reset-before/],
		['PUT', '/faults', { kind: 'refuse', endpoint: 'push' }, /repeat, reorder/],
		['PUT', '/faults', { faults: 'all' }, /"faults" must be a list/],
		['PUT', '/faults', [{ kind: 'status', status: 99 }], /"status" must be a whole number/],
		['PUT', '/faults', { kind: 'status', status: 503.5 }, /"status" must be a whole number/],
		['PUT', '/faults', { kind: 'delay', delay: 5 }, /Unknown: delay/],
		['PUT', '/faults', { kind: 'html', times: -1 }, /"times"/],
		['PUT', '/faults', { kind: 'status', retryAfter: '1\r\nX: y' }, /"retryAfter"/],
		['PUT', '/faults', { kind: 'html', process: 'yes' }, /"process" must be true or false/],
		['PUT', '/account', { credits: 'many' }, /"credits" must be a whole number/],
		['PUT', '/answers', { ackKey: 'x' }, /statut, status, both/],
		['PUT', '/answers', { colour: 'x' }, /Unknown: colour/],
		['PUT', '/settings', { longestText: 0 }, /"longestText"/],
		['PUT', '/settings', { receiptDelaysMs: 5 }, /"receiptDelaysMs" must be a JSON object/],
		['PUT', '/settings', { pushes: { retryDelaysMs: ['x'] } }, /"retryDelaysMs" must be a list/],
	])('%s %s %j', async (method, path, body, words) => {
		const { http, json } = await order(method, path, body);
		expect(http).toBe(400);
		expect(json).toEqual({ error: expect.stringMatching(words) });
	});

	test('a body that is no JSON, and an address that does not exist', async () => {
		const broken = await ask(`${stage.origin}/_sandbox/faults`, { method: 'PUT', body: '{' });
		expect(broken).toMatchObject({ http: 400, json: { error: 'The body must be JSON' } });
		expect((await ask(`${stage.origin}/_sandbox/nothing`)).http).toBe(404);
		expect((await ask(`${stage.origin}/_sandbox/messages`, { method: 'PUT' })).http).toBe(404);
	});
});

test('webhooks keep what is not told, and take null for empty', async () => {
	await stage.control.setWebhooks({
		deliveryReportUrl: 'http://a.example/1',
		replyUrl: 'https://a.example/2?x=1',
	});
	await order('PUT', '/webhooks', { deliveryReportUrl: null, encoding: 'JSON' });
	expect(await stage.control.webhooks()).toEqual({
		deliveryReportUrl: '',
		replyUrl: 'https://a.example/2?x=1',
		method: 'POST',
		encoding: 'json',
	});
});

test('a reset empties everything but the webhook addresses', async () => {
	await stage.control.setWebhooks({ replyUrl: 'http://127.0.0.1:9/' });
	await stage.control.setAccount({ credits: 5 });
	await stage.control.setHabits({ pulls: 'new' });
	await stage.control.setFaults({ kind: 'status', times: 0, endpoint: 'getAcks' });
	await stage.control.setAccount({ credits: 500 });
	await stage.v9.text('a', '33612345678');
	await stage.control.reply('33612345678', 'STOP');
	await stage.v9.call('createList', { listData: '{"DATA":{"LISTNAME":"L"}}' });
	await stage.control.reset();
	expect(await stage.control.state()).toMatchObject({
		account: { login: 'sandbox', credits: 15_000_000, balance: 45_000 },
		phones: [],
		campaigns: [],
		pushes: [],
		requests: [],
		faults: [],
		lists: [],
		subAccounts: [],
		voiceMessages: [],
		webhooks: { replyUrl: 'http://127.0.0.1:9/' },
	});
	expect(await stage.control.habits()).toMatchObject({ pulls: 'all' });
});

test('the state has a phone with its conversation, and the campaign with its counts', async () => {
	await stage.v9.send({
		MESSAGE: 'Hi #param_1#',
		CAMPAIGN_NAME: 'Spring',
		TPOA: 'Shop',
		SMS: [{ MOBILEPHONE: '0612345678', PARAM_1: 'Zoé' }],
	});
	await stage.control.reply('33612345678', 'STOP');
	const state = await stage.control.state();
	expect(state).toMatchObject({
		phones: [
			{
				phoneNumber: '33612345678',
				blacklisted: true,
				conversation: [
					{
						direction: 'out',
						text: 'Hi Zoé',
						sender: '36180',
						requestedSender: 'Shop',
						smsId: expect.any(String),
						scheduledFor: null,
					},
					{ direction: 'in', text: 'STOP' },
				],
			},
		],
		campaigns: [
			{
				name: 'Spring',
				sender: 'Shop',
				otherSender: 1,
				message: 'Hi #param_1#',
				recipients: 1,
				failed: 0,
				cancelled: false,
			},
		],
	});
	expect(state.endings.length).toBeGreaterThan(5);
});

test('the state takes the last requests with long bodies cut, the log has them whole', async () => {
	await stage.v9.text(
		'a'.repeat(600),
		...Array.from({ length: 300 }, (_, index) => `3361234${1000 + index}`),
	);
	const [shown] = (await stage.control.state()).requests;
	const [kept] = await stage.control.requests();
	expect(shown?.body.length).toBeLessThan(5_000);
	expect(String(kept?.body).length).toBeGreaterThan(10_000);
	expect(kept).toMatchObject({
		method: 'POST',
		path: '/http/9.0/sendSms',
		endpoint: 'sendSms',
		fields: { login: 'sandbox' },
	});
});

test('changes are told as server-sent events, many as one', async () => {
	const { body, headers } = await request(`${stage.origin}/_sandbox/events`);
	expect(headers['content-type']).toMatch(/^text\/event-stream/);
	const events: string[] = [];
	const read = (async () => {
		for await (const chunk of body) events.push(String(chunk));
	})().catch(() => undefined);
	await Promise.all(Array.from({ length: 20 }, () => stage.v9.call('getInfo')));
	await new Promise((later) => setTimeout(later, 400));
	body.destroy();
	await read;
	const count = events.join('').split('event: changed\ndata: {}\n\n').length - 1;
	expect(count).toBeGreaterThan(0);
	expect(count).toBeLessThan(12);
});

test('the page and its files are served, and nothing else', async () => {
	const page = await ask(`${stage.origin}/`);
	expect(page).toMatchObject({ http: 200, type: 'text/html; charset=utf-8' });
	for (const [, file] of page.text.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)) {
		expect((await ask(`${stage.origin}${file}`)).http).toBe(200);
	}
	const [, library = ''] = /"lit-html": "([^"]+)"/.exec(page.text) ?? [];
	expect(await ask(`${stage.origin}${library}`)).toMatchObject({
		http: 200,
		type: 'application/javascript; charset=utf-8',
	});
	for (const path of [
		'/lit-html/package.json',
		'/lit-html/../lit-html/package.json',
		'/lit-html/..%2f..%2fpackage.json',
		'/page/../main.mts',
		'/page/..%2fmain.mts',
		'/page/tsconfig.json',
		'/page/none.mjs',
		'/page/',
		'/etc/passwd',
	]) {
		expect((await ask(`${stage.origin}${path}`)).http).toBe(404);
	}
});
