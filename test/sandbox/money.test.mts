import { describe, expect, test } from '@jest/globals';
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

import { countries } from '../../sandbox/numbers/countries.mts';
import { setStage } from './client/stage.mts';

const stage = setStage();

const rest = async (path: string, body: unknown) => (await stage.rest.post(path, body)).json;

/** Two parts of GSM-7. */
const twoParts = 'a'.repeat(161);

describe('one price in every answer', () => {
	test.each(countries.map(({ isoCode }) => isoCode))(
		'of a number of %s',
		async (countryIsoCode) => {
			const number = getExampleNumber(countryIsoCode as CountryCode, examples)?.number ?? '';
			const priced = await stage.v9.call('getPrices', { countryIsoCode });
			const [{ sms }] = priced.json.countries as [{ sms: number }];
			const { json } = await stage.v9.call('getCreditsByCountryIsoCode', { countryIsoCode });
			const credits = Number(json.nbCredits);
			expect(sms).toBeCloseTo(credits * 0.003, 3);

			const simulated = await rest('/sms/send', { to: number, text: twoParts, simulate: 1 });
			expect(simulated).toMatchObject({ code: 100, nbSms: 2, cost: expect.closeTo(2 * sms, 3) });
			const smsData = JSON.stringify({
				DATA: { MESSAGE: twoParts, SMS: [{ MOBILEPHONE: number }] },
			});
			const reckoned = await stage.v9.call('simulateCampaign', { smsData });
			expect(reckoned.json).toMatchObject({ nbCredits: 2 * credits, nbSms: 2 });

			const before = await stage.control.account();
			await stage.v9.text(twoParts, number);
			const after = await stage.control.account();
			expect(before.credits - after.credits).toBe(2 * credits);
			expect(before.balance - after.balance).toBeCloseTo(2 * sms, 3);
		},
	);

	test('the page has the same ones, and a campaign what it cost', async () => {
		await stage.v9.text(twoParts, '33612345678', '32470123456');
		const { prices, campaigns } = await stage.control.state();
		expect(prices).toContainEqual({ isoCode: 'BE', prefix: '32', credits: 24, euro: 0.072 });
		expect(campaigns).toMatchObject([{ segments: 4, credits: 78, cost: 0.234 }]);
	});

	test('a country without a price is told by none, and still costs', async () => {
		const unknown = await stage.v9.call('getPrices', { countryIsoCode: 'PE' });
		expect(unknown.json).toMatchObject({ status: '0' });
		const sent = await stage.v9.text('a', '51912345678');
		expect(sent.json).toMatchObject({ status: 100, creditsUsed: '30' });
	});
});

describe('an account that runs dry', () => {
	test.each([
		[{ credits: 0 }, { credits: 0, balance: 0 }],
		[{ credits: 100 }, { credits: 100, balance: 0.3 }],
		[{ balance: 0.3 }, { credits: 100, balance: 0.3 }],
		[{ balance: 0.299 }, { credits: 99, balance: 0.299 }],
		[
			{ credits: 7, balance: 3 },
			{ credits: 7, balance: 3 },
		],
		[{}, { credits: 15_000_000, balance: 45_000 }],
	])('%j gives %j', async (change, account) => {
		expect(await stage.control.setAccount(change)).toMatchObject(account);
	});

	test('is refused by every way of sending, with what is needed and what is left', async () => {
		const voice = {
			to: ['33612345678'],
			from: '0123456789',
			type: 'directdeposit',
			url: 'https://example.com/a.mp3',
		};
		const refusals = async () => [
			(await stage.v9.text('a', '33612345678')).json.status,
			(await stage.v9.call('', { message: 'a', mobile: '33612345678' })).json.status,
			(await rest('/sms/send', { to: '33612345678', text: 'a' })).code,
			(await rest('/voice/send/bulk', voice)).code,
		];
		await stage.control.setAccount({ credits: 0 });
		expect(await refusals()).toEqual([103, 103, 103, 103]);
		await stage.control.setAccount({ credits: 14 });
		expect(await refusals()).toEqual([104, 104, 104, 104]);
		expect(await rest('/voice/send/bulk', voice)).toMatchObject({
			description: expect.stringContaining('A utiliser: 40 Crédits, Disponibles: 14 Crédits'),
		});
		expect(await stage.control.messages()).toEqual([]);
		await stage.control.setAccount({ credits: 15 });
		expect((await stage.v9.text('a', '33612345678')).json).toMatchObject({
			status: 100,
			credits: '0',
			balance: 0,
		});
	});
});
