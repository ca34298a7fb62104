import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

const stage = setStage();

describe('POST /sms/send', () => {
	test.each(['/sms/send', '/sms/send/'])('at %s: 201 with an id and the cost', async (path) => {
		const { http, json, type } = await stage.rest.post(path, {
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
		const later = await stage.rest.post('/sms/send/', {
			to: '33612345678',
			text: 'a',
			date: '2040-01-01 10:00:00',
		});
		expect(later).toMatchObject({ http: 201, json: { code: 101 } });
		const simulated = await stage.rest.post('/sms/send', {
			to: '33612345678',
			text: 'a',
			simulate: 1,
		});
		expect(simulated).toMatchObject({
			http: 201,
			json: { code: 100, simulate: 1, cost: 0.045, smsId: expect.any(String) },
		});
		expect(await stage.control.messages()).toHaveLength(1);
	});

	test('a uniqueIdentifier is used once, and only by an SMS that left', async () => {
		const body = { to: '33612345678', text: 'a', uniqueIdentifier: 'order-7' };
		expect((await stage.rest.post('/sms/send', { ...body, text: '' })).http).toBe(400);
		expect((await stage.rest.post('/sms/send', { ...body, simulate: 1 })).http).toBe(201);
		expect((await stage.rest.post('/sms/send', body)).http).toBe(201);
		for (const path of ['/sms/send', '/sms/send/bulk/']) {
			expect(await stage.rest.post(path, { ...body, alerting: 1 })).toMatchObject({
				http: 200,
				json: { code: 121, description: 'Requête déjà transmise', alerting: 1 },
			});
		}
		expect(
			(await stage.rest.post('/sms/send', { ...body, uniqueIdentifier: 'order-8' })).http,
		).toBe(201);
		expect(await stage.control.messages()).toHaveLength(2);
	});

	test.each([
		[110, 'an empty text', { to: '33612345678', text: '' }],
		[110, 'no text', { to: '33612345678' }],
		[111, '641 characters', { to: '33612345678', text: 'a'.repeat(641) }],
		[114, 'a number that is none', { to: '12', text: 'a' }],
		[114, 'no number', { text: 'a' }],
		[115, 'a date in words', { to: '33612345678', text: 'a', date: 'tomorrow' }],
		[1007, 'two numbers', { to: ['33612345678', '33687654321'], text: 'a' }],
	])('%i for %s', async (code, _what, body) => {
		expect(await stage.rest.post('/sms/send', body)).toMatchObject({
			http: 400,
			json: { code, description: expect.stringMatching(/\S/) },
		});
		expect(await stage.control.messages()).toEqual([]);
	});
});

describe('POST /sms/send/bulk', () => {
	test('numbers alone', async () => {
		const { http, json } = await stage.rest.post('/sms/send/bulk/', {
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
		await stage.rest.post('/sms/send/bulk', {
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
			expect((await stage.rest.post('/sms/send/bulk', body)).json).toMatchObject({
				code: 100,
				alerting,
			});
		}
	});

	test('a simulated campaign has no receipts', async () => {
		const { json } = await stage.rest.post('/sms/send/bulk', {
			to: ['33611111111'],
			text: 'a',
			simulate: 1,
		});
		expect(json).toMatchObject({ simulate: 1, campaignId: expect.any(String) });
		expect((await stage.rest.get(`/report/campaign/${String(json.campaignId)}`)).http).toBe(404);
		expect((await stage.rest.post('/sms/send/bulk', { to: [], text: 'a' })).json).toMatchObject({
			code: 114,
		});
	});
});
