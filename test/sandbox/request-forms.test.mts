import { createConnection } from 'node:net';

import { describe, expect, test } from '@jest/globals';
import { FormData } from 'undici';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

const stage = setStage();

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_DATA = JSON.stringify({
	DATA: { MESSAGE: 'Été & €1 100% + "x"', SMS: [{ MOBILEPHONE: '33612345678' }] },
});
const TEXT = 'Été & €1 100% + "x"';

const lastText = async (): Promise<string | undefined> =>
	(await stage.control.messages()).at(-1)?.text;

/** Sends bytes as they are and reads the whole answer: for what no HTTP client would write. */
const raw = async (bytes: string | Buffer): Promise<string> =>
	await new Promise((resolve, reject) => {
		const { hostname, port } = new URL(stage.origin);
		const socket = createConnection({ host: hostname, port: Number(port) });
		let answer = '';
		socket.setEncoding('utf8');
		socket.on('data', (chunk: string) => (answer += chunk));
		socket.on('end', () => resolve(answer));
		socket.on('error', reject);
		socket.write(bytes);
	});

describe('one send in every form that clients use', () => {
	test.each(['sendSms', 'sendSms/', '/sendSms//'])('by POST form to %s', async (endpoint) => {
		const { json } = await stage.v9.call(endpoint, { smsData: JSON_DATA });
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT);
	});

	test.each(['9.0', '[version]', '%5Bversion%5D'])('with the version %s', async (version) => {
		const query = new URLSearchParams({ ...signature, smsData: JSON_DATA }).toString();
		const { json } = await ask(`${stage.origin}/http/${version}/sendSms/?${query}`);
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT);
	});

	test('by POST multipart', async () => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...signature, smsData: JSON_DATA })) {
			form.append(name, value);
		}
		const answer = await ask(`${stage.origin}/http/9.0/sendSms`, { method: 'POST', body: form });
		expect(answer.json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT);
	});

	test('by POST multipart as .NET writes it: names without quotes, a boundary with them', async () => {
		const part = (name: string, value: string) =>
			`--b-1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;
		const { json } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary="b-1"' },
			body: `${part('login', 'sandbox')}${part('apiKey', 'sandbox-key')}${part('smsData', JSON_DATA)}--b-1--\r\n`,
		});
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT);
	});

	test('by POST JSON, the payload as an object', async () => {
		const { json } = await ask(`${stage.origin}/http/9.0/sendSms`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ...signature, smsData: JSON.parse(JSON_DATA) as unknown }),
		});
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT);
	});

	test('with the signature in the query and the payload alone in the body', async () => {
		const query = new URLSearchParams(signature).toString();
		for (const [type, body] of [
			['application/json', JSON_DATA],
			[
				'text/xml',
				'<DATA><MESSAGE>a</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>',
			],
		] as const) {
			const answer = await ask(`${stage.origin}/http/9.0/sendSms?${query}`, {
				method: 'POST',
				headers: { 'content-type': type },
				body,
			});
			expect(answer.text).toContain('100');
		}
		expect(await stage.control.messages()).toHaveLength(2);
	});

	test('without a content type', async () => {
		const body = new URLSearchParams({ ...signature, smsData: JSON_DATA }).toString();
		const answer = await raw(
			`POST /http/9.0/sendSms HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
		expect(answer).toContain('"status":100');
	});

	test('by HTTP 1.0', async () => {
		const query = new URLSearchParams({ ...signature, smsData: JSON_DATA }).toString();
		const answer = await raw(`GET /http/9.0/sendSms/?${query} HTTP/1.0\r\n\r\n`);
		expect(answer).toContain('"status":100');
	});

	test.each(['/sendSms/', ''])(
		'with the whole address of %s in the request line, as to a proxy',
		async (endpoint) => {
			const query = new URLSearchParams({
				...signature,
				smsData: JSON_DATA,
				message: 'a',
				mobile: '33612345678',
			}).toString();
			const answer = await raw(
				`GET http://api.allmysms.com/http/9.0${endpoint}?${query} HTTP/1.1\r\nHost: api.allmysms.com\r\nConnection: close\r\n\r\n`,
			);
			expect(answer).toContain('"status":100');
			expect(await stage.control.requests()).toEqual([
				expect.objectContaining({
					path: `/http/9.0${endpoint}`,
					fields: expect.objectContaining({ apiKey: '***' }),
				}),
			]);
		},
	);
});

describe('payloads that are not encoded, as the samples of the provider write them', () => {
	const xml = (message: string) =>
		`<DATA><MESSAGE><![CDATA[${message}]]></MESSAGE><TPOA>EXPEDITEUR</TPOA><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>`;

	test('XML in a query string, its text encoded (Java)', async () => {
		const answer = await raw(
			`GET /http/[version]/sendSms/?login=sandbox&apiKey=sandbox-key&smsData=${xml('[Envoi+de+SMS+%C3%A9t%C3%A9')} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
		);
		expect(answer).toContain('<status>100</status>');
		expect(await lastText()).toBe('[Envoi de SMS été');
	});

	test.each([
		['blanks and accents', 'envoi de SMS été', 'envoi de SMS été'],
		['ampersands', 'Tom & Jerry &amp; co', 'Tom & Jerry &amp; co'],
		['an equals sign', 'a=b&c=d', 'a=b&c=d'],
		['a percent sign', '100% sure', '100% sure'],
		['a plus, which is a blank in every form', '1+1', '1 1'],
	])('XML in a form body with %s (.NET)', async (_what, message, text) => {
		const { text: answer } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: FORM,
			body: `login=sandbox&apiKey=sandbox-key&smsData=${xml(message)}&returnformat=xml`,
		});
		expect(answer).toContain('<status>100</status>');
		expect(await lastText()).toBe(text);
	});

	test('JSON in a form body, followed by another parameter (WinDev)', async () => {
		const data =
			'{"DATA":{"MESSAGE":"Rdv à 9h & demi","SMS":[{"MOBILEPHONE":"33612345678"}],"date":"2011-01-01 00:00:00","TPOA":"Expediteur"}}';
		const { json } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: FORM,
			body: `login=sandbox&apiKey=sandbox-key&smsData=${data}&returnformat=JSON`,
		});
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe('Rdv à 9h & demi');
	});

	test('what Escape of VBScript makes of it', async () => {
		const escaped = escape(xml('Été à 5€ 😀'));
		const query = `login=sandbox&apiKey=sandbox-key&smsData=${escaped}`;
		const { text } = await ask(`${stage.origin}/http/9.0/sendSms/?${query}`);
		expect(text).toContain('<status>100</status>');
		expect(await lastText()).toBe('Été à 5€ 😀');
	});

	test('Latin-1 of an old Windows program', async () => {
		const bytes = Buffer.from(
			`login=sandbox&apiKey=sandbox-key&smsData=${xml('Été à Nîmes')}`,
			'latin1',
		);
		const { text } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: FORM,
			body: bytes,
		});
		expect(text).toContain('<status>100</status>');
		expect(await lastText()).toBe('Été à Nîmes');
	});

	test('a parameter of another name does not end the payload, a known one does', async () => {
		const { text } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: FORM,
			body: `smsData=${xml('a &unknown=1& b')}&login=sandbox&apiKey=sandbox-key`,
		});
		expect(text).toContain('<status>100</status>');
		expect(await lastText()).toBe('a &unknown=1& b');
	});
});

describe('payload spellings', () => {
	test.each([
		['one object for the list', '{"DATA":{"MESSAGE":"a","SMS":{"MOBILEPHONE":33612345678}}}'],
		['lower-case tags', '{"data":{"message":"a","sms":[{"mobilephone":"33612345678"}]}}'],
		[
			'nulls where davaxi has no value',
			'{"DATA":{"MESSAGE":"a","DYNAMIC":0,"FLASH":"0","DATE":null,"TPOA":null,"CLIMSGID":null,"MASTERACCOUNT":null,"SMS":[{"MOBILEPHONE":"33612345678"}]}}',
		],
		['a byte order mark', '\ufeff{"DATA":{"MESSAGE":"a","SMS":[{"MOBILEPHONE":"33612345678"}]}}'],
		[
			'lower-case XML',
			'<data><message>a</message><sms><mobilephone>33612345678</mobilephone></sms></data>',
		],
		[
			'an XML declaration',
			'<?xml version="1.0" encoding="UTF-8"?>\n<DATA>\n<MESSAGE>a</MESSAGE>\n<SMS>\n<MOBILEPHONE> 33612345678 </MOBILEPHONE>\n</SMS>\n</DATA>\n',
		],
		[
			'XML attributes and comments',
			'<DATA v="1"><!-- c --><MESSAGE>a</MESSAGE><SMS id="1"><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>',
		],
		[
			'keys that JavaScript minds',
			'{"DATA":{"MESSAGE":"a","__proto__":{"x":1},"constructor":"y","SMS":[{"MOBILEPHONE":"33612345678","__proto__":"z"}]}}',
		],
	])('%s', async (_what, smsData) => {
		const { json } = await stage.v9.call('sendSms', { smsData, returnformat: 'json' });
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe('a');
	});

	test('CDATA, entities and characters of every plane', async () => {
		const send = async (message: string) => {
			const smsData = `<DATA><MESSAGE>${message}</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>`;
			await stage.v9.call('sendSms', { smsData });
			return await lastText();
		};
		expect(await send('a &lt;b&gt; &amp;amp; &#233;&#x1F600;')).toBe('a <b> &amp; é😀');
		expect(await send('<![CDATA[ <b> & ]]]]><![CDATA[> ]]>')).toBe(' <b> & ]]> ');
		expect(await send('x<![CDATA[y]]>z')).toBe('xyz');
		expect(await send('one\ntwo')).toBe('one\ntwo');
	});

	test('an entity of a document type is never expanded', async () => {
		const { json } = await stage.v9.call('sendSms', {
			smsData:
				'<!DOCTYPE D [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><DATA><MESSAGE>&b;</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>',
			returnformat: 'json',
		});
		expect([100, 106]).toContain(json.status);
		expect((await lastText()) ?? '').not.toContain('aaaa');
	});
});

describe('the language of the answer', () => {
	const xml = '<DATA><MESSAGE>a</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>';

	test.each([
		[xml, '', 'text/xml'],
		[xml, 'json', 'text/html'],
		[xml, 'JSON', 'text/html'],
		[JSON_DATA, '', 'text/html'],
		[JSON_DATA, 'Xml', 'text/xml'],
		[JSON_DATA, 'yaml', 'text/html'],
	])('of %s with returnformat "%s" is %s', async (smsData, returnformat, type) => {
		const answer = await stage.v9.call('sendSms', { smsData, returnformat });
		expect(answer.type).toBe(`${type}; charset=UTF-8`);
		expect(answer.text.startsWith('<')).toBe(type === 'text/xml');
	});

	test('of a read is JSON, and XML on demand with one element per row', async () => {
		await stage.v9.text('Hi', '33611111111', '33622222222');
		const json = await stage.v9.call('getInfo');
		expect(json.json).toMatchObject({ email: 'sandbox@example.com' });
		const xmlAnswer = await stage.v9.call('getInfo', { returnformat: 'xml' });
		expect(xmlAnswer.text).toMatch(
			/^<\?xml .*<RESPONSE><status>Active Account<\/status>.*<\/RESPONSE>$/,
		);
	});

	test('follows the habits that are set', async () => {
		await stage.control.setHabits({
			jsonType: 'application/json',
			numbers: 'text',
			singleObjects: true,
			htmlEntities: true,
			byteOrderMark: true,
		});
		const { type, bytes } = await stage.v9.text('a', '33612345678');
		expect(type).toBe('application/json; charset=UTF-8');
		const text = bytes.toString('utf8');
		expect(text).toMatch(
			/^\ufeff\n\{"status":"100","statusText":"Le message a &eacute;t&eacute; envoy&eacute;"/,
		);
		expect(text).toContain('"smsIds":{"phoneNumber":"33612345678"');
		await stage.control.setHabits({ numbers: 'number', byteOrderMark: false });
		expect((await stage.v9.text('a', '33612345678')).text).toContain('"creditsUsed":15,');
	});
});

test('wrong methods and unknown endpoints are told apart from refusals', async () => {
	for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
		const answer = await ask(`${stage.origin}/http/9.0/sendSms`, { method });
		expect(answer.http).toBe(405);
		expect(answer.json).toMatchObject({ status: '0' });
	}
	const unknown = await stage.v9.call('sendPigeon');
	expect(unknown.http).toBe(404);
	expect(unknown.json).toMatchObject({
		status: '0',
		statusText: expect.stringContaining('sendPigeon'),
	});
});
