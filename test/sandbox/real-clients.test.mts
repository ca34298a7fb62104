import { describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

/**
 * Requests in the shapes that public programs send (docs/provider.md, Sources), and what these
 * programs read of the answers.
 */
const stage = setStage();

const BASIC = `Basic ${btoa('sandbox:sandbox-key')}`;

const texts = async (): Promise<string[]> =>
	(await stage.control.messages()).map(({ text }) => text);

const json = async (path: string, body: unknown, authorization = BASIC) =>
	await ask(`${stage.origin}${path}`, {
		method: 'POST',
		headers: { authorization, 'content-type': 'application/json', 'cache-control': 'no-cache' },
		body: JSON.stringify(body),
	});

test('ESUP: texts where it expects texts, a number where it expects one', async () => {
	const smsData = JSON.stringify({
		DATA: {
			MESSAGE: 'Hello',
			TPOA: 'Univ Lille',
			SMS: [{ MOBILEPHONE: '0612345678' }, { MOBILEPHONE: '12' }],
		},
	});
	for (const endpoint of ['sendSms', 'simulateCampaign/']) {
		const { json: answer } = await stage.v9.call(endpoint, { smsData });
		expect(typeof answer.status).toBe('number');
		expect(String(answer.invalidNumbers).split('|')).toEqual(['12']);
	}
});

test('MedShake by REST: parameters, an alert, receipts, and the same campaign simulated', async () => {
	const campaign = {
		text: 'Rendez-vous le #param1# à #param2# \r\nStop au 36180',
		to: [{ mobilePhone: '0612345678', param1: '25/12', param2: '14h' }],
		from: 'Cabinet',
		campaignName: 'Rappels',
		alerting: 1,
	};
	const simulated = await json('/sms/send/bulk/', { ...campaign, simulate: 1 });
	expect(simulated).toMatchObject({ http: 201, json: { simulate: 1, cost: expect.any(Number) } });
	const { json: sent } = await json('/sms/send/bulk/', { ...campaign, simulate: 0 });
	expect(Number(sent.balance) / (Number(sent.cost) / Number(sent.nbSms))).toBeGreaterThan(900_000);
	expect(await stage.control.messages()).toEqual([
		expect.objectContaining({
			text: 'Rendez-vous le 25/12 à 14h \r\nStop au 36180',
			sender: 'Cabinet',
		}),
	]);
});

test('Symfony: empty options are left out, and an answer without smsId is an error', async () => {
	const sent = await json('/sms/send/', { from: 'TEST', to: '+1411111111', text: 'Hello!' });
	expect(sent.http).toBe(201);
	expect(sent.json.smsId).toEqual(expect.stringMatching(/\S/));
	const refused = await json('/sms/send/', { to: '12', text: 'Hello!' });
	expect(refused.http).not.toBe(201);
	expect(refused.json).toMatchObject({ description: expect.any(String), code: 114 });
});

describe('beininfos', () => {
	/** Its parser stops at a key that its classes do not have. */
	const SEND_KEYS =
		'alerting balance code cost description invalidNumbers nbContacts nbSms smsId'.split(' ');
	const ACCOUNT_KEYS =
		'alerting apiKey balance code company description email firstName lastName nbSms referenceCountryIso'.split(
			' ',
		);

	test('every key of a send and of the account has its place', async () => {
		const sent = await json('/sms/send', { from: 'kenne', text: 'Hello', to: '+237673564186' });
		expect(Object.keys(sent.json).sort()).toEqual(SEND_KEYS);
		const account = await ask(`${stage.origin}/account`, { headers: { authorization: BASIC } });
		expect(Object.keys(account.json).sort()).toEqual(ACCOUNT_KEYS);
	});

	test('a repetition is told in an answer that a client of Java can read', async () => {
		const body = { text: 'Hello', to: '+237673564186', uniqueIdentifier: 'order-7' };
		await json('/sms/send', body);
		const again = await json('/sms/send', body);
		expect(again.http).toBeLessThan(400);
		expect(SEND_KEYS).toEqual(expect.arrayContaining(Object.keys(again.json)));
		expect(again.json.code).toBe(121);
	});
});

test('PMB: a blank sender and the coding of a unicode text', async () => {
	const { json: sent } = await stage.v9.call('', {
		message: 'Vos réservations : « Été »',
		mobile: '+33612345678',
		tpoa: ' ',
		coding: '2',
	});
	expect(sent).toMatchObject({ status: 100 });
	expect(await texts()).toEqual(['Vos réservations : « Été »']);
});

test('SeekYourJob: lowcost, and credits read with a query', async () => {
	const fields = { lowcost: '1', message: 'Hello', mobile: '0612345678' };
	expect((await stage.v9.call('', fields)).json).toMatchObject({ status: 100 });
	expect(Math.floor(Number((await stage.v9.call('getInfo')).json.credits) / 15)).toBe(999_999);
});

test('helpogee: everything in a query', async () => {
	const smsData = JSON.stringify({
		DATA: { MESSAGE: '[TEST] Helpogée', TPOA: 'Helpogee', SMS: [{ MOBILEPHONE: '33612345678' }] },
	});
	const query = new URLSearchParams({ ...signature, smsData, returnformat: 'json' }).toString();
	expect((await ask(`${stage.origin}/http/9.0/sendSms?${query}`)).json).toMatchObject({
		status: 100,
	});
	expect(await texts()).toEqual(['[TEST] Helpogée']);
});

test('toolbench: its returnformat is "xml or json"', async () => {
	const { json: answer, type } = await stage.v9.call('getInfo', { returnformat: 'xml or json' });
	expect(type).toMatch(/^text\/html/);
	expect(answer).toHaveProperty('credits');
});

test('a client of Python reads the status of an XML answer below its root', async () => {
	const smsData =
		'<DATA><MESSAGE><![CDATA[Hello]]></MESSAGE><TPOA>LabResult</TPOA><SMS><MOBILEPHONE>0612345678</MOBILEPHONE></SMS></DATA>';
	const query = new URLSearchParams({ ...signature, smsData }).toString();
	const { text } = await ask(`${stage.origin}/http/9.0/sendSms/?${query}`);
	const answer = new XMLParser({ ignoreDeclaration: true }).parse(text) as Record<string, unknown>;
	expect(Object.values(answer)).toEqual([expect.objectContaining({ status: 100 })]);
});

test('le-commerce: links that are counted, statistics without numbers', async () => {
	const { json: sent } = await stage.v9.send({
		MESSAGE: 'Bonjour #param_1#: https://a.example/loterie STOP au 36180',
		DYNAMIC: '1',
		CAMPAIGN_NAME: 'Loterie',
		TPOA: 'LeCommerce',
		TRACKING: '1',
		SMS: [{ MOBILEPHONE: '33612345678', PARAM_1: 'Zoé' }],
	});
	const query = new URLSearchParams({
		...signature,
		campaignId: String(sent.campaignId),
		type: 'sms',
		msisdnList: '0',
		returnformat: 'json',
	}).toString();
	expect((await ask(`${stage.origin}/http/9.0/getCampaignStats/?${query}`)).json).toMatchObject({
		campaign: { nbSms: 1, click: 0, uniqueClick: 0 },
	});
	expect(await stage.control.messages()).toEqual([
		expect.objectContaining({ sender: 'LeCommerce', text: expect.stringContaining('/s/') }),
	]);
});

describe('detailflow', () => {
	const person = {
		FIRSTNAME: 'Lea',
		LASTNAME: 'Roy',
		SOCIETY: 'Roy',
		MOBILE: '+33612345678',
		EMAIL: 'sms@a.example',
		PASSWORD: 'pLhM-98_aXq1Z0bb',
	};

	test('a tenant gets an account, its key, credits, and sends with them', async () => {
		const made = await stage.v9.call('createSubAccount/', {
			accountData: JSON.stringify({ DATA: { ...person, LOGIN: 'detailflow_t42' } }),
		});
		expect(made.json.status).toBe('1');
		const own = { login: 'detailflow_t42', apiKey: String(made.json.apiKey) };
		const paid = await stage.v9.call('manageSubAccountCredits/', {
			subAccount: own.login,
			credits: '20',
			returnformat: 'JSON',
		});
		expect(paid.json).toMatchObject({ status: 'OK', subAccount: [{ Credits: '20' }] });
		const smsData = JSON.stringify({
			DATA: { MESSAGE: 'a', SMS: [{ MOBILEPHONE: '33612345678' }] },
		});
		expect((await stage.v9.call('sendSms/', { smsData }, own)).json).toMatchObject({
			status: 100,
			credits: '5',
			smsIds: [{ smsId: expect.any(String) }],
		});
		const second = await stage.v9.call('createSubAccount/', {
			accountData: JSON.stringify({ DATA: { ...person, LOGIN: 'detailflow_t43' } }),
		});
		expect(second.json).toMatchObject({
			status: '1',
			apiKey: expect.not.stringMatching(own.apiKey),
		});
	});

	test('its first edition wrote subaccount, and is told so', async () => {
		const { json: answer } = await stage.v9.call('manageSubAccountCredits/', {
			subaccount: 'detailflow_t42',
			credits: '20',
		});
		expect(answer).toMatchObject({
			status: '0',
			statusText: expect.stringContaining('subAccount'),
		});
	});
});

test('voice-ts: a campaign of voice messages tells ids and price', async () => {
	const sent = await json('/voice/send/bulk', {
		to: ['33612345678'],
		from: '0156789012',
		type: 'directdeposit',
		url: 'https://a.example/b.mp3',
		campaignName: 'V',
		simulate: 0,
	});
	expect(sent).toMatchObject({
		http: 201,
		json: {
			code: 100,
			alerting: 0,
			campaignId: expect.any(String),
			cost: expect.any(Number),
			smsIds: [{ phoneNumber: '33612345678' }],
		},
	});
});
