import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

const stage = setStage();

const SMS_DATA = JSON.stringify({ DATA: { MESSAGE: 'a', SMS: [{ MOBILEPHONE: '33612345678' }] } });

const at = async (path: string, fields: Record<string, string>) =>
	await ask(`${stage.origin}${path}?${new URLSearchParams(fields).toString()}`);

describe('names of v9.0 count in their case', () => {
	test.each(['sendsms', 'SENDSMS/', 'SendSms'])('the endpoint %s does not exist', async (name) => {
		const answer = await stage.v9.call(name, { smsData: SMS_DATA });
		expect(answer.http).toBe(404);
		expect(answer.json).toMatchObject({
			status: '0',
			statusText: expect.stringContaining('this one is sendSms'),
		});
		expect(await stage.control.messages()).toEqual([]);
	});

	test.each([
		[102, { Login: 'sandbox', apiKey: 'sandbox-key', smsData: SMS_DATA }],
		[102, { login: 'sandbox', apikey: 'sandbox-key', smsData: SMS_DATA }],
		[102, { login: 'sandbox', APIKEY: 'sandbox-key', smsData: SMS_DATA }],
		[105, { ...signature, smsdata: SMS_DATA }],
		[105, { ...signature, SmsData: SMS_DATA }],
	])('%i for the parameters of %j', async (status, fields) => {
		expect((await at('/http/9.0/sendSms', fields)).json).toMatchObject({ status });
		expect(await stage.control.messages()).toEqual([]);
	});

	test('a parameter of another endpoint is none of this one', async () => {
		const { json } = await stage.v9.text('a', '33612345678');
		const id = String(json.campaignId);
		for (const [endpoint, right, wrong] of [
			['getAcks', 'campId', 'campaignId'],
			['getPull', 'campId', 'campaignId'],
			['deleteCampaign', 'campId', 'campaignId'],
			['getCampaignStats', 'campaignId', 'campId'],
		] as const) {
			expect((await stage.v9.call(endpoint, { [wrong]: id })).json).toMatchObject({
				status: '0',
				statusText: 'La campagne  n’existe pas',
			});
			const { statusText = '' } = (await stage.v9.call(endpoint, { [right]: id })).json;
			expect(statusText).not.toMatch(/n’existe pas/);
		}
	});

	test('what is written wrongly is recorded as it came', async () => {
		await at('/http/9.0/sendsms', { ...signature, SMSDATA: SMS_DATA });
		expect(await stage.control.requests()).toEqual([
			expect.objectContaining({
				endpoint: 'sendsms',
				status: 404,
				fields: { login: 'sandbox', apiKey: '***', SMSDATA: SMS_DATA },
			}),
		]);
	});
});

describe('the version', () => {
	test.each(['8.0', '9', '9.1', '10.0', 'v9', '[Version]', ''])(
		'"%s" does not exist',
		async (version) => {
			const path = `/http/${encodeURIComponent(version)}/sendSms/`;
			const answer = await at(path, { ...signature, smsData: SMS_DATA });
			expect(answer.http).toBe(404);
			expect(await stage.control.messages()).toEqual([]);
			if (version !== '') {
				expect(answer.json).toMatchObject({
					status: '0',
					statusText: expect.stringContaining('/http/9.0/'),
				});
			}
		},
	);

	test('the answer about it is in the language that was asked for', async () => {
		const answer = await at('/http/8.0/getInfo', { ...signature, returnformat: 'XML' });
		expect(answer.http).toBe(404);
		expect(answer.text).toMatch(/^<\?xml .*<status>0<\/status>/);
	});
});

describe('clientcode', () => {
	test('is the login as older pages of the provider call it', async () => {
		const older = { clientcode: 'sandbox', apiKey: 'sandbox-key' };
		expect((await at('/http/9.0/getInfo/', older)).json).toMatchObject({
			status: 'Active Account',
		});
		expect((await at('/http/9.0/sendSms', { ...older, smsData: SMS_DATA })).json).toMatchObject({
			status: 100,
		});
		expect(
			(await at('/http/9.0/', { ...older, message: 'a', mobile: '33612345678' })).json,
		).toMatchObject({ status: 100 });
		expect((await at('/http/9.0/getInfo/', { ...older, apiKey: 'x' })).json).toMatchObject({
			status: 102,
		});
	});

	test('ends an unencoded payload', async () => {
		const xml =
			'<DATA><MESSAGE>a & b</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>';
		const answer = await ask(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: `smsData=${xml.replace('&', '&amp;')}&clientcode=sandbox&apiKey=sandbox-key`,
		});
		expect(answer.text).toContain('<status>100</status>');
	});
});
