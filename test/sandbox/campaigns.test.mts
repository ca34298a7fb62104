import { describe, expect, test } from '@jest/globals';

import { deliveredOn } from './client/delivered.mts';
import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';
import { ask } from './client/v9.mts';

const stage = setStage();
const delivered = deliveredOn(stage);

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
