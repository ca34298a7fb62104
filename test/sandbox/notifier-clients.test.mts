import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

/**
 * The requests of notification libraries and small scripts, and what they demand of the answer
 * (docs/provider.md, Sources).
 */
const stage = setStage();

const form = async (path: string, body: string) =>
	await ask(`${stage.origin}/http/9.0${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body,
	});

const encoded = (fields: Readonly<Record<string, string>>): string =>
	new URLSearchParams(fields).toString();

const rest = async (path: string, body: object) =>
	await ask(`${stage.origin}${path}`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${btoa('sandbox:sandbox-key')}`,
			'content-type': 'application/json',
			'cache-control': 'no-cache',
		},
		body: JSON.stringify(body),
	});

describe('Laravel and NUMESIA', () => {
	const smsData = (tags: object) =>
		JSON.stringify({
			DATA: {
				MESSAGE: 'Bonjour #param_1#, code #param_2#',
				SMS: [{ MOBILEPHONE: '0612345678', PARAM_1: 'Zoé', PARAM_2: '42' }],
				DYNAMIC: 2,
				TPOA: 'Laravel',
				CAMPAIGN_NAME: 'Codes',
				...tags,
			},
		});

	test('values by their position, success is the number 100', async () => {
		const fields = { ...signature, returnformat: 'json', smsData: smsData({}) };
		const sent = await form('/sendSms', encoded(fields));
		expect(sent.http).toBe(200);
		expect(sent.json.status).toBe(100);
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({
				text: 'Bonjour Zoé, code 42',
				requestedSender: 'Laravel',
				campaignName: 'Codes',
			}),
		]);
	});

	test('a refusal comes with HTTP 200, and says why in statusText', async () => {
		const fields = { ...signature, returnformat: 'json', smsData: smsData({ MESSAGE: '' }) };
		const refused = await form('/sendSms', encoded(fields));
		expect(refused.http).toBe(200);
		expect(refused.json).toMatchObject({ status: 110, statusText: expect.stringMatching(/\S/) });
	});
});

describe('Symfony', () => {
	test('of 2019: the simplified send with a number that has a plus', async () => {
		const fields = { ...signature, tpoa: 'TEST', mobile: '+33612345678', message: 'Hello!' };
		const sent = await form('/', encoded(fields));
		expect(sent.json.status).toBe(100);
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({ phoneNumber: '33612345678', requestedSender: 'TEST' }),
		]);
	});

	test('of today: every option that it knows', async () => {
		const sent = await rest('/sms/send/', {
			date: '2035-01-02 10:00:00',
			campaignName: 'Notifier',
			cliMsgId: 'client-7',
			simulate: 0,
			uniqueIdentifier: 'unique-7',
			alerting: 1,
			verbose: 1,
			from: 'TEST',
			to: '+33612345678',
			text: 'Hello!',
		});
		expect(sent.http).toBe(201);
		expect(sent.json).toMatchObject({
			code: 101,
			smsId: expect.any(String),
			nbSms: 1,
			balance: expect.any(Number),
			cost: expect.any(Number),
		});
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({
				scheduledFor: '2035-01-02T09:00:00.000Z',
				clientMessageId: 'client-7',
				campaignName: 'Notifier',
				status: 'scheduled',
			}),
		]);
	});
});

test('MedShake by v9.0: a form by hand that ends in an ampersand, values that hold a percent sign', async () => {
	const smsData = JSON.stringify({
		DATA: {
			CAMPAIGN_NAME: 'Rappels 100%',
			MESSAGE: 'RDV #param_1# & #param_2#',
			DYNAMIC: '2',
			MAIL_NOTIF: '0',
			TPOA: 'Cabinet',
			SMS: [{ MOBILEPHONE: '0612345678', PARAM_1: '25/12 à 14h', PARAM_2: '-20 %' }],
		},
	});
	const body = Object.entries({ ...signature, smsData })
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}&`)
		.join('');
	expect((await form('/sendSms/', body)).json).toMatchObject({ status: 100 });
	const [sms] = await stage.control.messages();
	expect(sms).toMatchObject({ text: 'RDV 25/12 à 14h & -20 %', campaignName: 'Rappels 100%' });
	expect(
		(await form('/getAcks', encoded({ ...signature, campId: sms?.campaignId ?? '' }))).json,
	).toHaveProperty('acks');
});

test('osimatic, superhome: REST without a slash, an empty sender, no status in the answer', async () => {
	const sent = await rest('/sms/send', { from: null, to: '33612345678', text: 'Hello' });
	expect(sent.http).toBe(201);
	// osimatic takes any `status` but 100 and 101 for an error.
	expect(sent.json).not.toHaveProperty('status');
	expect(await stage.control.messages()).toEqual([
		expect.objectContaining({ text: 'Hello', requestedSender: '', sender: '36180' }),
	]);
});

test('a trailing comma in JSON by hand is told as 1005, and nothing leaves', async () => {
	const answer = await ask(`${stage.origin}/sms/send/bulk`, {
		method: 'POST',
		headers: { authorization: `Basic ${btoa('sandbox:sandbox-key')}` },
		body: '{ "from": "kenne", "text": "Hello", "to": [ "+237673564186", ] }',
	});
	expect(answer).toMatchObject({ http: 400, json: { code: 1005 } });
	expect(await stage.control.messages()).toEqual([]);
});
