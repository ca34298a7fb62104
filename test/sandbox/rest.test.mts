import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

const BASIC = `Basic ${Buffer.from('sandbox:sandbox-key').toString('base64')}`;

const post = async (path: string, body: unknown, authorization = BASIC) =>
	await ask(`${stage.origin}${path}`, {
		method: 'POST',
		headers: { authorization, 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
const get = async (path: string, authorization = BASIC) =>
	await ask(`${stage.origin}${path}`, { headers: { authorization } });

describe('POST /sms/send', () => {
	test.each(['/sms/send', '/sms/send/'])('at %s: 201 with an id and the cost', async (path) => {
		const { http, json, type } = await post(path, {
			from: 'MyShop',
			to: '+33612345678',
			text: 'Hello\r\nStop au 36180',
			campaignName: 'One',
			cliMsgId: 'own-1',
			alerting: 1,
			verbose: 0,
		});
		expect(http).toBe(201);
		expect(type).toMatch(/^application\/json/);
		expect(json).toEqual({
			code: 100,
			description: 'Le message a été envoyé',
			alerting: 1,
			invalidNumbers: '',
			nbContacts: 1,
			nbSms: 1,
			cost: 0.045,
			balance: 44_999.955,
			smsId: expect.stringMatching(/^[\da-f-]{36}$/),
		});
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({
				sender: 'MyShop',
				text: 'Hello\r\nStop au 36180',
				clientMessageId: 'own-1',
				smsId: json.smsId,
			}),
		]);
	});

	test('a date, a simulation', async () => {
		const later = await post('/sms/send/', {
			to: '33612345678',
			text: 'a',
			date: '2040-01-01 10:00:00',
		});
		expect(later).toMatchObject({ http: 201, json: { code: 101 } });
		const simulated = await post('/sms/send', { to: '33612345678', text: 'a', simulate: 1 });
		expect(simulated).toMatchObject({
			http: 201,
			json: { code: 100, simulate: 1, cost: 0.045, smsId: expect.any(String) },
		});
		expect(await stage.control.messages()).toHaveLength(1);
	});

	test('a uniqueIdentifier is used once, and only by an SMS that left', async () => {
		const body = { to: '33612345678', text: 'a', uniqueIdentifier: 'order-7' };
		expect((await post('/sms/send', { ...body, text: '' })).http).toBe(400);
		expect((await post('/sms/send', { ...body, simulate: 1 })).http).toBe(201);
		expect((await post('/sms/send', body)).http).toBe(201);
		for (const path of ['/sms/send', '/sms/send/bulk/']) {
			expect(await post(path, { ...body, alerting: 1 })).toMatchObject({
				http: 200,
				json: { code: 121, description: 'Requête déjà transmise', alerting: 1 },
			});
		}
		expect((await post('/sms/send', { ...body, uniqueIdentifier: 'order-8' })).http).toBe(201);
		expect(await stage.control.messages()).toHaveLength(2);
	});

	test.each([
		[110, { to: '33612345678', text: '' }],
		[110, { to: '33612345678' }],
		[111, { to: '33612345678', text: 'a'.repeat(641) }],
		[114, { to: '12', text: 'a' }],
		[114, { text: 'a' }],
		[115, { to: '33612345678', text: 'a', date: 'tomorrow' }],
		[1007, { to: ['33612345678', '33687654321'], text: 'a' }],
	])('%i for %j', async (code, body) => {
		expect(await post('/sms/send', body)).toMatchObject({
			http: 400,
			json: { code, description: expect.stringMatching(/\S/) },
		});
		expect(await stage.control.messages()).toEqual([]);
	});
});

describe('POST /sms/send/bulk', () => {
	test('numbers alone', async () => {
		const { http, json } = await post('/sms/send/bulk/', {
			to: ['33611111111', 'bad', '33622222222'],
			text: '#param1#',
		});
		expect(http).toBe(201);
		expect(json).toMatchObject({
			code: 100,
			invalidNumbers: 'bad',
			nbContacts: 2,
			nbSms: 2,
			cost: 0.09,
			simulate: 0,
			smsIds: [{ phoneNumber: '33611111111' }, { phoneNumber: '33622222222' }],
		});
		expect((await stage.control.messages()).map(({ text }) => text)).toEqual([
			'#param1#',
			'#param1#',
		]);
	});

	test('objects with values, markers without an underscore', async () => {
		await post('/sms/send/bulk', {
			to: [
				{ mobilePhone: '0611111111', param1: 'Zoé', param2: 9 },
				{ mobilePhone: '0622222222', param1: '#param2#' },
			],
			text: 'Hi #param1#, #param2# h, #param_1#',
		});
		expect((await stage.control.messages()).map(({ text }) => text)).toEqual([
			'Hi Zoé, 9 h, #param_1#',
			'Hi #param2#, #param2# h, #param_1#',
		]);
	});

	test('answers say whether the text was an alert', async () => {
		for (const [given, alerting] of [
			[{ alerting: 1 }, 1],
			[{ alerting: '0' }, 0],
			[{}, 0],
		] as const) {
			const body = { to: ['33611111111'], text: 'a', ...given };
			expect((await post('/sms/send/bulk', body)).json).toMatchObject({ code: 100, alerting });
		}
	});

	test('a simulated campaign has no receipts', async () => {
		const { json } = await post('/sms/send/bulk', { to: ['33611111111'], text: 'a', simulate: 1 });
		expect(json).toMatchObject({ simulate: 1, campaignId: expect.any(String) });
		expect((await get(`/report/campaign/${String(json.campaignId)}`)).http).toBe(404);
		expect((await post('/sms/send/bulk', { to: [], text: 'a' })).json).toMatchObject({ code: 114 });
	});
});

test('a report has the receipts of a campaign', async () => {
	const { json } = await post('/sms/send/bulk', { to: ['33611999902', '33611111111'], text: 'a' });
	await until(
		'the receipts',
		async () => (await stage.control.messages())[1]?.status === 'delivered',
	);
	const receptionDate = expect.stringMatching(/^\d{4}-\d\d-\d\d /);
	expect((await get(`/report/campaign/${String(json.campaignId)}`)).json).toEqual({
		code: 100,
		description: 'OK',
		reports: [
			{ phoneNumber: '33611999902', code: 2, description: 'Not delivered', receptionDate },
			{ phoneNumber: '33611111111', code: 1, description: 'Delivered', receptionDate },
		],
	});
});

test('a ping needs no signature', async () => {
	for (const path of ['/ping', '/ping/']) {
		expect(await get(path, '')).toMatchObject({ http: 200, json: { code: 100 } });
	}
	expect((await post('/ping', {}, '')).http).toBe(405);
});

test('the account', async () => {
	for (const path of ['/account', '/account/']) {
		expect(await get(path)).toMatchObject({
			http: 200,
			json: {
				balance: 45_000,
				nbSms: 1_000_000,
				referenceCountryIso: 'FR',
				email: 'sandbox@example.com',
				apiKey: 'sandbox-key',
			},
		});
	}
});

describe('POST /voice/send/bulk', () => {
	const message = {
		to: ['33612345678', '0123456789', 'bad'],
		from: '0156789012',
		type: 'directdeposit',
		url: 'https://a.example/b.mp3',
		campaignName: 'V',
	};

	test('leaves recordings, now or later', async () => {
		expect(await post('/voice/send/bulk', message)).toMatchObject({
			http: 201,
			json: {
				code: 100,
				invalidNumbers: 'bad',
				nbContacts: 2,
				cost: 0.24,
				balance: 44_999.76,
				smsIds: [{}, {}],
			},
		});
		expect(
			(await post('/voice/send/bulk/', { ...message, date: '2040-01-01 10:00:00' })).json,
		).toMatchObject({ code: 101 });
		expect((await post('/voice/send/bulk', { ...message, simulate: 1 })).json).toMatchObject({
			code: 100,
			simulate: 1,
		});
		expect((await stage.control.state()).voiceMessages).toMatchObject([
			{
				phoneNumber: '33612345678',
				from: '0156789012',
				audioUrl: message.url,
				status: 'delivered',
			},
			{ phoneNumber: '33123456789' },
			{ status: 'scheduled' },
			{ status: 'scheduled' },
		]);
	});

	test.each([
		[1007, { from: '0612345678' }],
		[1007, { url: 'b.mp3' }],
		[1007, { type: 'tts' }],
		[115, { date: 'x' }],
		[114, { to: [] }],
	])('%i for %j', async (code, change) => {
		expect(await post('/voice/send/bulk', { ...message, ...change })).toMatchObject({
			http: 400,
			json: { code },
		});
		expect((await stage.control.state()).voiceMessages).toEqual([]);
	});
});

describe('refusals', () => {
	test.each([
		'',
		'Bearer sandbox-key',
		'Basic !!',
		`Basic ${Buffer.from('sandbox:wrong').toString('base64')}`,
	])('401 for "%s"', async (authorization) => {
		expect(await post('/sms/send', { to: '33612345678', text: 'a' }, authorization)).toMatchObject({
			http: 401,
			json: { code: 102, description: expect.stringMatching(/\S/) },
		});
	});

	test.each(['to=33612345678&text=a', '{"to":', '[]', '"a"', 'null', ''])(
		'1005 for the body %s',
		async (body) => {
			for (const path of ['/sms/send/', '/sms/send/bulk/', '/voice/send/bulk/']) {
				expect(await post(path, body)).toMatchObject({ http: 400, json: { code: 1005 } });
			}
		},
	);

	test('404 and 405', async () => {
		expect((await get('/sms/nothing')).http).toBe(404);
		expect(await post('/SMS/Send', { to: '33612345678', text: 'a' })).toMatchObject({
			http: 404,
			json: { code: 1004 },
		});
		expect(await stage.control.messages()).toEqual([]);
		expect((await get('/report/campaign')).http).toBe(404);
		expect((await get('/sms/send')).http).toBe(405);
		expect((await post('/account', {})).http).toBe(405);
	});
});
