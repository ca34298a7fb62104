import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';

const stage = setStage();

test('a report has the receipts of a campaign', async () => {
	const { json } = await stage.rest.post('/sms/send/bulk', {
		to: ['33611999902', '33611111111'],
		text: 'a',
	});
	await until(
		'the receipts',
		async () => (await stage.control.messages())[1]?.status === 'delivered',
	);
	const receptionDate = expect.stringMatching(/^\d{4}-\d\d-\d\d /);
	expect((await stage.rest.get(`/report/campaign/${String(json.campaignId)}`)).json).toEqual({
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
		expect(await stage.rest.get(path, '')).toMatchObject({ http: 200, json: { code: 100 } });
	}
	expect((await stage.rest.post('/ping', {}, '')).http).toBe(405);
});

test('the account', async () => {
	for (const path of ['/account', '/account/']) {
		expect(await stage.rest.get(path)).toMatchObject({
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
		expect(await stage.rest.post('/voice/send/bulk', message)).toMatchObject({
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
			(await stage.rest.post('/voice/send/bulk/', { ...message, date: '2040-01-01 10:00:00' }))
				.json,
		).toMatchObject({ code: 101 });
		expect(
			(await stage.rest.post('/voice/send/bulk', { ...message, simulate: 1 })).json,
		).toMatchObject({
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
		expect(await stage.rest.post('/voice/send/bulk', { ...message, ...change })).toMatchObject({
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
		expect(
			await stage.rest.post('/sms/send', { to: '33612345678', text: 'a' }, authorization),
		).toMatchObject({
			http: 401,
			json: { code: 102, description: expect.stringMatching(/\S/) },
		});
	});

	test.each(['to=33612345678&text=a', '{"to":', '[]', '"a"', 'null', ''])(
		'1005 for the body %s',
		async (body) => {
			for (const path of ['/sms/send/', '/sms/send/bulk/', '/voice/send/bulk/']) {
				expect(await stage.rest.post(path, body)).toMatchObject({
					http: 400,
					json: { code: 1005 },
				});
			}
		},
	);

	test('404 and 405', async () => {
		expect((await stage.rest.get('/sms/nothing')).http).toBe(404);
		expect(await stage.rest.post('/SMS/Send', { to: '33612345678', text: 'a' })).toMatchObject({
			http: 404,
			json: { code: 1004 },
		});
		expect(await stage.control.messages()).toEqual([]);
		expect((await stage.rest.get('/report/campaign')).http).toBe(404);
		expect((await stage.rest.get('/sms/send')).http).toBe(405);
		expect((await stage.rest.post('/account', {})).http).toBe(405);
	});
});
