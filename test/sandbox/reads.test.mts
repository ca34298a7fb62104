import { expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

test('getInfo has every key, its status as a text', async () => {
	await stage.control.setAccount({ credits: 1_847, balance: 5.54 });
	expect((await stage.v9.call('getInfo')).json).toEqual({
		status: 'Active Account',
		credits: '1847',
		apiKey: 'sandbox-key',
		lastName: 'Martin',
		firstName: 'Camille',
		society: 'Sandbox',
		email: 'sandbox@example.com',
		nbSms: '123',
		balance: 5.54,
	});
});

test('prices, credits per country and short links', async () => {
	const all = (await stage.v9.call('getPrices')).json.countries as object[];
	expect(all.length).toBeGreaterThan(10);
	expect((await stage.v9.call('getPrices', { countryIsoCode: 'fr' })).json).toEqual({
		countries: [
			{ isoCode: 'FR', sms: 0.045, directdeposit: 0.12, tts: 0.12, call: 0.24, prefix: 33 },
		],
	});
	expect(
		(await stage.v9.call('getCreditsByCountryIsoCode', { countryIsoCode: 'FR' })).json,
	).toEqual({ isoCode: 'FR', nbCredits: '15' });
	expect((await stage.v9.call('getPrices', { countryIsoCode: 'XX' })).json).toMatchObject({
		status: '0',
	});

	const url = 'https://shop.example/a?b=1';
	const { json } = await stage.v9.call('shortenUrl', { url });
	expect(json).toEqual({
		url,
		shortUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{6}$/),
	});
	expect((await ask(String(json.shortUrl))).http).toBe(302);
	expect((await ask(`${stage.origin}/s/nothing`)).http).toBe(404);
	for (const bad of ['', 'shop', 'javascript:alert(1)']) {
		expect((await stage.v9.call('shortenUrl', { url: bad })).json).toMatchObject({ status: '0' });
	}
});

test('what the provider retired says so', async () => {
	for (const endpoint of ['sendMms', 'sendEmail', 'sendVms']) {
		expect((await stage.v9.call(endpoint)).json).toMatchObject({
			status: '0',
			statusText: expect.stringMatching(/\S/),
		});
	}
});
