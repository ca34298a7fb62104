import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

const send = async (TPOA: string, message: string, ...numbers: string[]) =>
	await stage.v9.send({
		MESSAGE: message,
		TPOA,
		SMS: numbers.map((MOBILEPHONE) => ({ MOBILEPHONE })),
	});

const senders = async (): Promise<string[]> =>
	(await stage.control.messages()).map(({ sender }) => sender);

describe('a name is shown in France only where the text tells how to unsubscribe', () => {
	test.each([
		['STOP au 36180', 'MyShop'],
		['Sale\r\nStop au 36180', 'MyShop'],
		['Sale. Stop SMS au 36180', 'MyShop'],
		['STOP36180', 'MyShop'],
		['STOP au 36 180', 'MyShop'],
		['ＳＴＯＰ au 36180', 'MyShop'],
		['Sale', '36180'],
		['Reply STOP', '36180'],
		['Call 36180', '36180'],
		['Non-stopover au 36180', '36180'],
		['STOP au 0612345678', '36180'],
		['STOP au 361801', '36180'],
	])('%j shows %s', async (message, sender) => {
		await send('MyShop', message, '33612345678');
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({ sender, requestedSender: 'MyShop' }),
		]);
	});

	test('in the overseas departments too, and nowhere else', async () => {
		const french = ['0692112233', '0690123456', '0694123456', '0696123456', '0639123456'];
		await send('MyShop', 'Sale', ...french, '687751234', '32470123456', '4915112345678');
		expect(await senders()).toEqual([...french.map(() => '36180'), 'MyShop', 'MyShop', 'MyShop']);
	});

	test('the text of each phone counts', async () => {
		await stage.v9.send({
			MESSAGE: 'Sale #param_1#',
			TPOA: 'MyShop',
			DYNAMIC: 1,
			SMS: [
				{ MOBILEPHONE: '33611111111', PARAM_1: 'STOP au 36180' },
				{ MOBILEPHONE: '33622222222', PARAM_1: 'today' },
			],
		});
		expect(await senders()).toEqual(['MyShop', '36180']);
	});
});

test.each([
	['', '36180'],
	[' ', '36180'],
	['ab', '36180'],
	['33612345678', '36180'],
	['TwelveLetter', '36180'],
	['Été', '36180'],
	['2nd Shop', '36180'],
	['A&B', '36180'],
	['LE 40', 'LE 40'],
	['Univ Lille', 'Univ Lille'],
	['le-shop.fr', 'le-shop.fr'],
])('the sender %j is shown as %s', async (requested, shown) => {
	await send(requested, 'Sale STOP au 36180', '33612345678', '32470123456');
	expect(await senders()).toEqual([shown, shown]);
});

test('no name is wanted: a blank tpoa, an empty from', async () => {
	await stage.v9.call('', {
		message: 'a',
		mobile: '33612345678',
		tpoa: ' ',
		coding: '2',
		lowcost: '1',
	});
	expect(await stage.control.messages()).toEqual([
		expect.objectContaining({ sender: '36180', requestedSender: '', text: 'a' }),
	]);
});

describe('a reply', () => {
	test('cannot be sent to a name', async () => {
		await send('MyShop', 'Sale STOP au 36180', '33612345678');
		const { http, json } = await ask(`${stage.origin}/_sandbox/reply`, {
			method: 'POST',
			body: JSON.stringify({ phoneNumber: '0612345678', message: 'Yes please' }),
		});
		expect(http).toBe(400);
		expect(json).toEqual({
			error: expect.stringMatching(/"MyShop": a phone cannot reply to a name/),
		});
		expect((await stage.v9.call('getPulls')).json).toEqual({ mos: [] });
	});

	test('but STOP can, to the number in the text', async () => {
		const { json } = await send('MyShop', 'Sale STOP au 36180', '33612345678');
		expect(await stage.control.reply('33612345678', 'STOP')).toMatchObject({
			campaignId: json.campaignId,
			blacklisted: true,
		});
	});

	test('answers the newest SMS that shows a number', async () => {
		const order = await stage.v9.text('Your order is ready', '33612345678');
		await send('MyShop', 'Sale STOP au 36180', '33612345678');
		expect(await stage.control.reply('33612345678', 'Thanks')).toMatchObject({
			campaignId: order.json.campaignId,
		});
		const replaced = await send('MyShop', 'Sale', '33612345678');
		expect(await stage.control.reply('33612345678', 'Thanks')).toMatchObject({
			campaignId: replaced.json.campaignId,
		});
	});

	test('needs no SMS before it', async () => {
		expect(await stage.control.reply('33612345678', 'Hello')).toMatchObject({
			smsId: null,
			campaignId: null,
		});
	});
});
