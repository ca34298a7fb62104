import { expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

const stage = setStage();

const SMS = [{ MOBILEPHONE: '33612345678' }];
const xml = (inside: string) => `<DATA>${inside}</DATA>`;
const PHONE = '<SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS>';

test.each<[code: number, why: string, smsData: unknown]>([
	[105, 'nothing', ''],
	[105, 'blanks', ' \n'],
	[106, 'JSON cut short', '{"DATA":{"MESSAGE":"Hel'],
	[106, 'XML cut short', '<DATA><MESSAGE>Hel'],
	[106, 'tags crossed', '<DATA><MESSAGE>a</SMS></DATA>'],
	[106, 'another root', '<DATEN><MESSAGE>a</MESSAGE></DATEN>'],
	[106, 'JSON without DATA', { MESSAGE: 'a', SMS }],
	[106, 'a text', 'hello'],
	[106, 'a JSON list', '[1,2]'],
	[107, 'no SMS', { DATA: { MESSAGE: 'a' } }],
	[107, 'an empty list of SMS', { DATA: { MESSAGE: 'a', SMS: [] } }],
	[107, 'XML without SMS', xml('<MESSAGE>a</MESSAGE>')],
	[108, 'the code of another client', { DATA: { CLIENT: 'OTHER', MESSAGE: 'a', SMS } }],
	[109, 'an SMS without a number', { DATA: { MESSAGE: 'a', SMS: [...SMS, { PARAM_1: 'x' }] } }],
	[109, 'XML without a number', xml('<MESSAGE>a</MESSAGE><SMS><X>1</X></SMS>')],
	[110, 'DATA without tags', '{"DATA":{}}'],
	[110, 'DATA without tags in XML', '<DATA></DATA>'],
	[110, 'DATA without tags in short', ' <DATA/> '],
	[106, 'DATA that is a text', '{"DATA":"hello"}'],
	[106, 'DATA that is a list', '{"DATA":[]}'],
	[110, 'an empty message', { DATA: { MESSAGE: ' ', SMS } }],
	[110, 'no message', xml(PHONE)],
	[110, 'a message of null', { DATA: { MESSAGE: null, SMS } }],
	[111, '641 characters', { DATA: { MESSAGE: 'a'.repeat(641), SMS } }],
	[112, 'DYNAMIC that is no count', { DATA: { MESSAGE: 'a', DYNAMIC: 'two', SMS } }],
	[112, 'DYNAMIC below nothing', xml(`<MESSAGE>a</MESSAGE><DYNAMIC>-1</DYNAMIC>${PHONE}`)],
	[
		114,
		'blank numbers',
		{ DATA: { MESSAGE: 'a', SMS: [{ MOBILEPHONE: ' ' }, { MOBILEPHONE: '' }] } },
	],
	[114, 'no number that is one', { DATA: { MESSAGE: 'a', SMS: [{ MOBILEPHONE: '12' }] } }],
	[115, 'a date in another form', { DATA: { MESSAGE: 'a', DATE: '2040-01-01T10:00:00', SMS } }],
	[115, 'a day that is none', { DATA: { MESSAGE: 'a', DATE: '2040-02-30 10:00:00', SMS } }],
	[117, 'a link of 81 characters', { DATA: { MESSAGE: 'a', URL: 'x'.repeat(81), SMS } }],
	[118, 'a master that is not there', { DATA: { MESSAGE: 'a', MASTERACCOUNT: 'nobody', SMS } }],
])('%i for %s', async (code, _why, smsData) => {
	const text = typeof smsData === 'string' ? smsData : JSON.stringify(smsData);
	for (const endpoint of ['sendSms', 'simulateCampaign']) {
		const { http, json } = await stage.v9.call(endpoint, { smsData: text, returnformat: 'json' });
		expect(http).toBe(200);
		expect(json).toMatchObject({ status: code, statusText: expect.stringMatching(/\S/) });
	}
	expect(await stage.control.messages()).toEqual([]);
});

test.each([
	[{ login: 'sandbox', apiKey: 'wrong' }],
	[{ login: 'nobody', apiKey: 'sandbox-key' }],
	[{ login: '', apiKey: '' }],
	[{}],
])('102 for the signature %j, at HTTP 200, for sends and reads', async (signature) => {
	for (const endpoint of ['sendSms', 'getInfo', 'getAcks', 'getLists']) {
		const { http, json } = await stage.v9.call(endpoint, {}, signature);
		expect(http).toBe(200);
		expect(json).toMatchObject({ status: 102 });
	}
});

test('103 and 104 when credits run out, and nothing is sent', async () => {
	await stage.control.setAccount({ credits: 29, balance: 0.09 });
	const short = await stage.v9.text('Hello', '33611111111', '33622222222');
	expect(short.json).toMatchObject({
		status: 104,
		statusText: expect.stringContaining('A utiliser: 30 Crédits, Disponibles: 29 Crédits'),
	});
	await stage.control.setAccount({ credits: 0 });
	expect((await stage.v9.text('Hello', '33611111111')).json).toMatchObject({ status: 103 });
	expect(await stage.control.messages()).toEqual([]);
});

test('113 with ids, where the habit says so', async () => {
	await stage.control.setHabits({ partialCode: 113 });
	const { json } = await stage.v9.text('Hello', '33611111111', 'bad');
	expect(json).toMatchObject({ status: 113, invalidNumbers: 'bad', nbContacts: '1' });
	expect(await stage.control.messages()).toHaveLength(1);
});

test('113 without ids, where the habit says so: nothing leaves', async () => {
	await stage.control.setHabits({ partialSend: 'refused' });
	for (const endpoint of ['sendSms', 'simulateCampaign']) {
		const smsData = JSON.stringify({
			DATA: { MESSAGE: 'a', SMS: [...SMS, { MOBILEPHONE: 'bad' }] },
		});
		expect((await stage.v9.call(endpoint, { smsData })).json).toEqual({
			status: 113,
			statusText: expect.stringMatching(/\S/),
			invalidNumbers: 'bad',
		});
	}
	expect((await stage.v9.text('Hello', 'bad')).json).toMatchObject({ status: 114 });
	expect(await stage.control.messages()).toEqual([]);
	expect((await stage.v9.call('getInfo')).json).toMatchObject({ credits: '15000000' });
	expect((await stage.v9.text('Hello', '33611111111')).json).toMatchObject({ status: 100 });
});

test.each([
	['in the payload', { UNIQUEIDENTIFIER: 'order-7' }, {}],
	['beside it', {}, { uniqueIdentifier: 'order-7' }],
])('121 for an identifier %s that an accepted send had', async (_where, tags, fields) => {
	const send = async (message: string) =>
		(
			await stage.v9.call('sendSms', {
				...fields,
				smsData: JSON.stringify({ DATA: { MESSAGE: message, SMS, ...tags } }),
			})
		).json;
	expect(await send('')).toMatchObject({ status: 110 });
	expect(await send('first')).toMatchObject({ status: 100 });
	expect(await send('second')).toEqual({ status: 121, statusText: 'Requête déjà transmise' });
	await stage.control.setAccount({ credits: 0 });
	expect(await send('third')).toMatchObject({ status: 121 });
	expect(await stage.control.messages()).toHaveLength(1);
});

test('640 characters pass, and the limit can be raised to the 1,224 of other sources', async () => {
	expect((await stage.v9.text('a'.repeat(640), '33611111111')).json).toMatchObject({ status: 100 });
	await stage.control.setSettings({ longestText: 1_224 });
	expect((await stage.v9.text('a'.repeat(1_224), '33611111111')).json).toMatchObject({
		status: 100,
		nbSms: '8',
	});
	expect((await stage.v9.text('a'.repeat(1_225), '33611111111')).json).toMatchObject({
		status: 111,
	});
});

test('101 for a date to come, 100 for one that is past', async () => {
	const data = { MESSAGE: 'a', SMS };
	expect((await stage.v9.send({ ...data, DATE: '2040-07-01 10:00:00' })).json).toMatchObject({
		status: 101,
	});
	expect((await stage.v9.send({ ...data, DATE: '2011-11-05 15:10:00' })).json).toMatchObject({
		status: 100,
	});
	const [later, now] = await stage.control.messages();
	expect(later).toMatchObject({ status: 'scheduled', scheduledFor: '2040-07-01T08:00:00.000Z' });
	expect(now).toMatchObject({ scheduledFor: null });
});

test('a known CLIENT, master and short link pass', async () => {
	const data = {
		MESSAGE: 'a',
		SMS,
		CLIENT: 'SANDBOX',
		MASTERACCOUNT: 'Sandbox',
		URL: 'http://a.example',
	};
	expect((await stage.v9.send(data)).json).toMatchObject({ status: 100 });
});
