import { describe, expect, test } from '@jest/globals';

import { authenticateRequest } from '../../../credentials/authenticate-request.ts';

const credential = { login: ' shop ', apiKey: 'k&=+é' };
const v9 = 'https://api.allmysms.com/http/9.0/getInfo/';

const fieldsOf = (body: unknown) => Object.fromEntries(new URLSearchParams(String(body)));

describe('authenticateRequest', () => {
	test.each([
		['form text', 'a=1%202'],
		['an object', { a: '1 2' }],
		['form data', new URLSearchParams({ a: '1 2' })],
	])('signs a v9.0 request whose body is %s', (_, body) => {
		const signed = authenticateRequest(credential, { method: 'POST', url: v9, body });
		expect(fieldsOf(signed.body)).toEqual({ a: '1 2', login: 'shop', apiKey: 'k&=+é' });
		expect(signed.url).toBe(v9);
	});

	test('a payload that is given as an object is its JSON', () => {
		const smsData = { DATA: { MESSAGE: 'x' } };
		const signed = authenticateRequest(credential, {
			method: 'POST',
			url: v9,
			body: { smsData, limit: 5 },
		});
		expect(fieldsOf(signed.body)).toMatchObject({ smsData: JSON.stringify(smsData), limit: '5' });
	});

	test('a GET becomes a POST: the key never stands in an address', () => {
		const signed = authenticateRequest(credential, { method: 'GET', url: v9 });
		expect(signed).toMatchObject({ method: 'POST', url: v9 });
		expect(fieldsOf(signed.body)).toEqual({ login: 'shop', apiKey: 'k&=+é' });
	});

	test.each(['form', 'formData'])('signs the %s of the HTTP Request node', (option) => {
		const legacy = { method: 'POST', uri: v9, [option]: { a: '1' } } as never;
		const signed = authenticateRequest(credential, legacy);
		expect(signed).toMatchObject({ [option]: { a: '1', login: 'shop', apiKey: 'k&=+é' } });
		expect(signed.body).toBeUndefined();
	});

	test('signs a multipart form of the HTTP Request node that was begun', () => {
		const formData = new FormData();
		authenticateRequest(credential, { method: 'POST', uri: v9, formData } as never);
		expect([...formData]).toEqual([
			['login', 'shop'],
			['apiKey', 'k&=+é'],
		]);
	});

	test('signs REST by HTTP Basic and leaves the body alone', () => {
		const signed = authenticateRequest(credential, {
			method: 'POST',
			url: 'https://api.allmysms.com/sms/send/',
			body: '{"text":"x"}',
			headers: { 'Content-Type': 'application/json' },
		});
		expect(signed.body).toBe('{"text":"x"}');
		const [scheme, code] = String(signed.headers?.Authorization).split(' ');
		expect(scheme).toBe('Basic');
		expect(Buffer.from(code ?? '', 'base64').toString()).toBe('shop:k&=+é');
	});
});
