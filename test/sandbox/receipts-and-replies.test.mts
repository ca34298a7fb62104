import { describe, expect, test } from '@jest/globals';

import { deliveredOn, PARIS } from './client/delivered.mts';
import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';

const stage = setStage();
const delivered = deliveredOn(stage);

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
