import { describe, expect, test } from '@jest/globals';

import { rawRequest } from './client/raw-request.mts';
import { setStage } from './client/stage.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const lastText = async (): Promise<string | undefined> =>
	(await stage.control.messages()).at(-1)?.text;

describe('payloads that are not encoded, as the samples of the provider write them', () => {
	const xml = (message: string) =>
		`<DATA><MESSAGE><![CDATA[${message}]]></MESSAGE><TPOA>EXPEDITEUR</TPOA><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>`;

	test('XML in a query string, its text encoded (Java)', async () => {
		const answer = await rawRequest(
			stage.origin,

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
