import { describe, expect, test } from '@jest/globals';
import { FormData } from 'undici';

import { rawRequest } from './client/raw-request.mts';
import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

const stage = setStage();

const JSON_DATA = JSON.stringify({
	DATA: { MESSAGE: 'Été & €1 100% + "x"', SMS: [{ MOBILEPHONE: '33612345678' }] },
});
const TEXT = 'Été & €1 100% + "x"';

const lastText = async (): Promise<string | undefined> =>
	(await stage.control.messages()).at(-1)?.text;

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

	test.each([
		['in UTF-8', '', 'utf8'],
		['in UTF-8 that it names', '; charset=utf-8', 'utf8'],
		['in Latin-1', '', 'latin1'],
	] as const)('by POST multipart %s', async (_, charset, encoding) => {
		const part = (name: string, value: string) =>
			`--b-1\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain${charset}\r\n\r\n${value}\r\n`;
		const smsData = JSON_DATA.replace('€', 'ç');
		const body = `${part('login', 'sandbox')}${part('apiKey', 'sandbox-key')}${part('smsData', smsData)}--b-1--\r\n`;
		const { json } = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=b-1' },
			body: Buffer.from(body, encoding),
		});
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe(TEXT.replace('€', 'ç'));
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
		const answer = await rawRequest(
			stage.origin,

			`POST /http/9.0/sendSms HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
		expect(answer).toContain('"status":100');
	});

	test('by HTTP 1.0', async () => {
		const query = new URLSearchParams({ ...signature, smsData: JSON_DATA }).toString();
		const answer = await rawRequest(
			stage.origin,
			`GET /http/9.0/sendSms/?${query} HTTP/1.0\r\n\r\n`,
		);
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
			const answer = await rawRequest(
				stage.origin,

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
