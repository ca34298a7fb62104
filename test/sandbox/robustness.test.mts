import { createConnection } from 'node:net';

import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

jest.setTimeout(120_000);

const stage = setStage();

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Every endpoint of v9.0. */
const ENDPOINTS =
	`sendSms simulateCampaign getAcks getAckBySmsId getPulls getPull getPullBySmsId getInfo getBlacklist
	deleteCampaign getCampaignStats createSubAccount updateSubAccount getSubAccounts manageSubAccountCredits
	deleteSubAccount createList populateList deleteContacts deleteList getLists getContacts
	getCreditsByCountryIsoCode getPrices shortenUrl sendMms sendEmail sendVms`.split(/\s+/);

const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.json({ maxDepth: 4 }),
	fc.constantFrom(
		'['.repeat(50_000),
		'{"DATA":'.repeat(20_000),
		'<DATA>'.repeat(20_000),
		'<DATA><__proto__>1</__proto__><constructor/><SMS/></DATA>',
		'{"__proto__":{"DATA":{}},"DATA":{"SMS":[[[{"MOBILEPHONE":[[1]]}]],null,1,"x"],"MESSAGE":{"a":1}}}',
		'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><DATA><MESSAGE>&x;</MESSAGE></DATA>',
		'\u0000\ud800<![CDATA[',
		'1e999',
		'-0',
		'NaN',
	),
);

test('whatever comes in, v9.0 answers in its own words', async () => {
	const payload = ['smsData', 'accountData', 'listData', 'populateData', 'deleteData'];
	const plain = [
		'campId',
		'smsId',
		'limit',
		'subAccount',
		'credits',
		'listName',
		'url',
		'returnformat',
		'mobile',
	];
	const call = fc.tuple(
		fc.constantFrom('', ...ENDPOINTS),
		fc.dictionary(fc.constantFrom(...payload, ...plain), nasty, { maxKeys: 4 }),
	);
	await fc.assert(
		fc.asyncProperty(call, async ([endpoint, fields]) => {
			const { http, text } = await stage.v9.call(endpoint, fields);
			expect(http).toBe(200);
			expect(text).toMatch(/^(?:\{"|<\?xml)/);
		}),
		{ numRuns: 600 },
	);
	expect(JSON.stringify(await stage.control.messages())).not.toContain('root:');
});

test('whatever comes in, REST answers in its own words', async () => {
	const authorization = `Basic ${btoa('sandbox:sandbox-key')}`;
	const field = fc.constantFrom(
		'to',
		'text',
		'from',
		'date',
		'url',
		'simulate',
		'uniqueIdentifier',
	);
	const body = fc.oneof(
		nasty,
		fc.dictionary(field, fc.jsonValue()).map((value) => JSON.stringify(value)),
	);
	const path = fc.constantFrom('/sms/send', '/sms/send/bulk/', '/voice/send/bulk');
	await fc.assert(
		fc.asyncProperty(path, body, async (to, text) => {
			const { http, json } = await ask(`${stage.origin}${to}`, {
				method: 'POST',
				headers: { authorization },
				body: text,
			});
			expect([200, 201, 400]).toContain(http);
			expect(json.code).toEqual(expect.any(Number));
		}),
		{ numRuns: 400 },
	);
});

test('bodies that break every rule of their type', async () => {
	const bodies: Array<[string, string | Buffer]> = [
		[
			'multipart/form-data; boundary=b',
			'--b\r\nContent-Disposition: form-data; name="login"\r\n\r\nsand',
		],
		['multipart/form-data; boundary=b', 'nonsense'],
		['multipart/form-data', 'no boundary'],
		['application/x-www-form-urlencoded', '%%%&=&&%zz=%u12&smsData=%'],
		['application/json', Buffer.from([0xff, 0xfe, 0x00])],
		['nonsense', 'login=sandbox'],
		['text/plain; charset=utf-16', Buffer.from('login=sandbox', 'utf16le')],
	];
	for (const [type, body] of bodies) {
		const answer = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: { 'content-type': type },
			body,
		});
		expect(answer.http).toBeLessThan(500);
		expect(answer.json).toHaveProperty('status');
	}
});

test('connections that break off, and requests that are none', async () => {
	const { port } = new URL(stage.origin);
	for (const bytes of [
		'GET',
		'nonsense\r\n\r\n',
		'GET /http/9.0/getInfo?a= b HTTP/1.1\r\n\r\n',
		'POST /http/9.0/sendSms HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nlogin=',
		'POST /sms/send HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
	]) {
		await new Promise<void>((resolve) => {
			const socket = createConnection({ host: '127.0.0.1', port: Number(port) }, () => {
				socket.write(bytes);
				setTimeout(() => socket.destroy(), 30);
			});
			socket.on('error', () => undefined);
			socket.on('close', () => resolve());
		});
	}
	expect((await stage.v9.call('getInfo')).http).toBe(200);
});

test('a body of 20 MB is read', async () => {
	const smsData = JSON.stringify({
		DATA: { MESSAGE: 'a', X: 'x'.repeat(20_000_000), SMS: [{ MOBILEPHONE: '33612345678' }] },
	});
	expect((await stage.v9.call('sendSms', { smsData })).json).toMatchObject({ status: 100 });
});

test.each(['json', 'xml'])(
	'2,000 personal SMS in one %s request get each its own text',
	async (format) => {
		const people = Array.from(
			{ length: 2_000 },
			(_, index) => [`336${10_000_000 + index}`, `Zoé ${index}`] as const,
		);
		const smsData =
			format === 'json'
				? JSON.stringify({
						DATA: {
							MESSAGE: 'Hi #param_1#',
							DYNAMIC: 1,
							SMS: people.map(([MOBILEPHONE, PARAM_1]) => ({ MOBILEPHONE, PARAM_1 })),
						},
					})
				: `<DATA><MESSAGE>Hi #param_1#</MESSAGE><DYNAMIC>1</DYNAMIC>${people.map(([number, name]) => `<SMS><MOBILEPHONE>${number}</MOBILEPHONE><PARAM_1><![CDATA[${name}]]></PARAM_1></SMS>`).join('')}</DATA>`;
		const body = new URLSearchParams({ ...signature, smsData, returnformat: 'json' }).toString();
		const { json } = await ask(`${stage.origin}/http/9.0/sendSms`, {
			method: 'POST',
			headers: FORM,
			body,
		});
		expect(json).toMatchObject({ status: 100, nbContacts: '2000' });
		expect((await stage.control.messages()).map(({ text }) => text)).toEqual(
			people.map(([, name]) => `Hi ${name}`),
		);
	},
);

test('it listens on this machine alone', async () => {
	expect(stage.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
