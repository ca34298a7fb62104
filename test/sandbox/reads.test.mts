import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

const PARIS = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Sends to some numbers and waits until the first of them has its last receipt. */
async function delivered(message: string, ...numbers: string[]) {
	const { json } = await stage.v9.text(message, ...numbers);
	await until('the receipts', async () => {
		const messages = await stage.control.messages();
		return messages.at(-1)?.status === 'delivered';
	});
	return {
		campaignId: String(json.campaignId),
		smsIds: (json.smsIds as Array<{ smsId: string }>).map(({ smsId }) => smsId),
	};
}

describe('receipts', () => {
	test('by campaign, under both keys, with the client’s own id', async () => {
		const sent = await stage.v9.send({
			MESSAGE: 'a',
			CLIMSGID: 'own-1',
			SMS: [{ MOBILEPHONE: '0612345678' }],
		});
		await until(
			'the receipt',
			async () => (await stage.control.messages())[0]?.status === 'delivered',
		);
		const { json } = await stage.v9.call('getAcks', { campId: String(sent.json.campaignId) });
		expect(json).toEqual({
			acks: [
				{
					phoneNumber: '33612345678',
					statut: '1',
					status: '1',
					comment: 'Delivered',
					receptionDate: expect.stringMatching(PARIS),
				},
			],
			cliMsgId: 'own-1',
		});
		for (const ackKey of ['statut', 'status'] as const) {
			await stage.control.setHabits({ ackKey });
			const other = await stage.v9.call('getAcks', { campId: String(sent.json.campaignId) });
			expect(Object.keys((other.json.acks as object[])[0] ?? {})).toEqual([
				'phoneNumber',
				ackKey,
				'comment',
				'receptionDate',
			]);
		}
	});

	test('none yet, and none of a campaign that does not exist', async () => {
		await stage.control.setSettings({
			receiptDelaysMs: { handedOver: 60_000, delivered: 60_000 },
		});
		const { json } = await stage.v9.text('a', '33612345678');
		expect((await stage.v9.call('getAcks', { campId: String(json.campaignId) })).json).toEqual({
			acks: [],
			cliMsgId: '',
		});
		const [{ smsId } = { smsId: '' }] = json.smsIds as Array<{ smsId: string }>;
		expect((await stage.v9.call('getAckBySmsId', { smsId })).json).toEqual({
			phoneNumber: '33612345678',
			statut: '',
			comment: '',
			receptionDate: '',
		});
		expect((await stage.v9.call('getAcks', { campId: 'ap_1' })).json).toMatchObject({
			status: '0',
		});
		expect((await stage.v9.call('getAckBySmsId', { smsId: 'x' })).json).toMatchObject({
			status: '0',
		});
	});

	test('of one SMS, flat', async () => {
		const { smsIds } = await delivered('a', '33612345678');
		expect((await stage.v9.call('getAckBySmsId', { smsId: smsIds[0] ?? '' })).json).toEqual({
			phoneNumber: '33612345678',
			statut: '1',
			comment: 'Delivered',
			receptionDate: expect.stringMatching(PARIS),
		});
	});
});

describe('replies', () => {
	test('of the account, of a campaign and of one SMS', async () => {
		const first = await delivered('a', '33611111111');
		await stage.control.reply('33611111111', 'one');
		const second = await delivered('b', '33622222222');
		await stage.control.reply('33622222222', 'two');
		await stage.control.reply('33622222222', 'three');

		const all = await stage.v9.call('getPulls', { limit: '2' });
		expect(all.json).toEqual({
			mos: ['three', 'two'].map((message) => ({
				phoneNumber: '33622222222',
				id: expect.stringMatching(/^\d+$/),
				campaignId: second.campaignId,
				message,
				receptionDate: expect.stringMatching(PARIS),
			})),
		});
		expect((await stage.v9.call('getPulls')).json.mos).toHaveLength(3);
		const ofFirst = await stage.v9.call('getPull', { campId: first.campaignId });
		expect(ofFirst.json).toMatchObject({ mos: [{ message: 'one', campaignId: first.campaignId }] });
		expect((await stage.v9.call('getPullBySmsId', { smsId: second.smsIds[0] ?? '' })).json).toEqual(
			{
				phoneNumber: '33622222222',
				campaignId: second.campaignId,
				message: 'three',
				receptionDate: expect.stringMatching(PARIS),
			},
		);
		expect((await stage.v9.call('getPullBySmsId', { smsId: 'x' })).json).toMatchObject({
			status: '0',
		});
	});

	test('once only, where the habit says so', async () => {
		await stage.control.setHabits({ pulls: 'new' });
		await stage.control.reply('33611111111', 'one');
		await stage.control.reply('33611111111', 'two');
		expect((await stage.v9.call('getPulls', { limit: '1' })).json.mos).toMatchObject([
			{ message: 'two' },
		]);
		expect((await stage.v9.call('getPulls')).json.mos).toMatchObject([{ message: 'one' }]);
		expect((await stage.v9.call('getPulls')).json.mos).toEqual([]);
	});
});

describe('the blacklist', () => {
	test.each([
		'STOP',
		'stop',
		'Stop.',
		' Stop !',
		'Stop au 36180',
		'STOP SMS',
		'STOP36180',
		'STÓP',
		'stóp',
		'"STOP"',
		'« Stop »',
		'🛑 stop',
		'ＳＴＯＰ',
		'\u200bS\u00adTOP',
		'STOP\nEnvoyé de mon téléphone',
	])('%s goes on it', async (message) => {
		await delivered('a', '33612345678');
		await stage.control.reply('33612345678', message);
		expect((await stage.v9.call('getBlacklist')).json).toEqual({
			blacklist: [
				{
					phoneNumber: '33612345678',
					comment: 'stop',
					receptionDate: expect.stringMatching(PARIS),
				},
			],
		});
		expect((await stage.v9.text('b', '33612345678')).json).toMatchObject({ status: 114 });
	});

	test.each([
		'stopover at 5?',
		'Stopper la livraison ?',
		'stopper',
		'STOPPEZ',
		'STOP36180x',
		'éstop',
		'non stop',
		'I cannot stop',
		'Arrêt',
		'désabonner',
	])('%s does not', async (message) => {
		await delivered('a', '33612345678');
		await stage.control.reply('33612345678', message);
		expect((await stage.v9.call('getBlacklist')).json).toEqual({ blacklist: [] });
		expect((await stage.v9.text('b', '33612345678')).json).toMatchObject({ status: 100 });
		expect((await stage.v9.call('getPulls')).json).toMatchObject({ mos: [{ message }] });
	});

	test('a scheduled SMS to a number that said STOP meanwhile is rejected', async () => {
		await delivered('a', '33612345678');
		const at = new Date(Date.now() + 2_000);
		const DATE = at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
		await stage.v9.send({ MESSAGE: 'later', DATE, SMS: [{ MOBILEPHONE: '33612345678' }] });
		await stage.control.reply('33612345678', 'STOP');
		await until(
			'the departure',
			async () => (await stage.control.messages()).at(-1)?.status === 'rejected',
		);
	});
});

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

describe('scheduled campaigns', () => {
	const later = async (DATE: string) =>
		await stage.v9.send({ MESSAGE: 'Later', DATE, SMS: [{ MOBILEPHONE: '33612345678' }] });

	test('leave when they are due', async () => {
		const DATE = new Date(Date.now() + 1_500).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
		expect((await later(DATE)).json).toMatchObject({ status: 101 });
		expect((await stage.control.messages())[0]?.status).toBe('scheduled');
		await until(
			'the departure',
			async () => (await stage.control.messages())[0]?.status === 'delivered',
		);
		expect(Date.now()).toBeGreaterThanOrEqual(
			Date.parse(String((await stage.control.messages())[0]?.scheduledFor)),
		);
	});

	test('can be cancelled until then, and give their credits back', async () => {
		const { json } = await later('2040-01-15 10:00:00');
		const campId = String(json.campaignId);
		expect((await stage.v9.call('deleteCampaign', { campId })).json).toEqual({ status: 'OK' });
		expect((await stage.control.messages())[0]).toMatchObject({
			status: 'cancelled',
			scheduledFor: '2040-01-15T09:00:00.000Z',
		});
		expect((await stage.v9.call('getInfo')).json).toMatchObject({ credits: '15000000' });
		for (const again of [campId, 'ap_0']) {
			expect((await stage.v9.call('deleteCampaign', { campId: again })).json).toMatchObject({
				status: '0',
				statusText: expect.any(String),
			});
		}
	});

	test('one that left cannot', async () => {
		const { campaignId } = await delivered('a', '33612345678');
		expect((await stage.v9.call('deleteCampaign', { campId: campaignId })).json).toMatchObject({
			status: '0',
		});
	});
});

test('statistics count receipts, invalid numbers and clicks on tracked links', async () => {
	const { json } = await stage.v9.send({
		MESSAGE: 'See https://shop.example/a?b=1&c=2. Or http://x.example/y',
		TRACKING: 1,
		SMS: ['33611111111', '33611999902', '33611999903', 'bad', '33622222222'].map((MOBILEPHONE) => ({
			MOBILEPHONE,
		})),
	});
	const messages = await until('the receipts', async () => {
		const all = await stage.control.messages();
		return all.at(-1)?.status === 'delivered' && all;
	});
	const links = messages.map(({ text }) => text.match(/http:\/\/\S+\/s\/[\w-]{6}/g) ?? []);
	expect(links.map((found) => found.length)).toEqual([2, 2, 2, 2]);
	expect(messages[0]?.text).toMatch(/^See \S+\/s\/[\w-]{6}\. Or \S+$/);
	for (const url of [links[0]?.[0], links[0]?.[0], links[3]?.[1]]) {
		const { http } = await ask(url ?? '');
		expect(http).toBe(302);
	}
	const stats = await stage.v9.call('getCampaignStats', {
		campaignId: String(json.campaignId),
		type: 'sms',
		msisdnList: '0',
	});
	expect(stats.json).toEqual({
		campaign: {
			campaignId: json.campaignId,
			nbSms: 4,
			delivered: 2,
			pending: 1,
			error: 1,
			invalid: 1,
			click: 3,
			uniqueClick: 2,
		},
	});
	const withNumbers = await stage.v9.call('getCampaignStats', {
		campaignId: String(json.campaignId),
		msisdnList: '1',
	});
	expect(withNumbers.json).toMatchObject({
		campaign: { msisdnList: [{ phoneNumber: '33611111111', status: 'delivered' }, {}, {}, {}] },
	});
	expect((await stage.v9.call('getCampaignStats', { campaignId: 'ap_0' })).json).toMatchObject({
		status: '0',
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
