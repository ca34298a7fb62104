import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

const stage = setStage();

const one = (message: string, more: object = {}) => ({
	MESSAGE: message,
	SMS: [{ MOBILEPHONE: '33612345678' }],
	...more,
});

test('a send answers with every key that is known, and the SMS is on its phone', async () => {
	const { json, http, type } = await stage.v9.send(
		one('Hello STOP au 36180', { TPOA: 'MyShop', CAMPAIGN_NAME: 'Spring', CLIMSGID: 'order-7' }),
	);
	expect(http).toBe(200);
	expect(type).toBe('text/html; charset=UTF-8');
	expect(json).toEqual({
		status: 100,
		statusText: 'Le message a été envoyé',
		invalidNumbers: '',
		campaignId: expect.stringMatching(/^ap_\d{10}$/),
		credits: '14999985',
		creditsUsed: '15',
		nbContacts: '1',
		nbSms: '1',
		smsIds: [
			{
				phoneNumber: '33612345678',
				smsId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
			},
		],
		balance: 44_999.955,
	});
	expect(await stage.control.messages()).toEqual([
		expect.objectContaining({
			campaignId: json.campaignId,
			phoneNumber: '33612345678',
			sender: 'MyShop',
			text: 'Hello STOP au 36180',
			scheduledFor: null,
			clientMessageId: 'order-7',
		}),
	]);
});

test('markers are replaced per recipient, once, and only where there is a value', async () => {
	await stage.v9.send({
		MESSAGE: '#param_1#, #param_2# and #param_1#, not #param_3# nor #param1#',
		DYNAMIC: '2',
		SMS: [
			{ MOBILEPHONE: '33611111111', PARAM_1: 'Zoé', PARAM_2: '#param_1#' },
			{ MOBILEPHONE: '33622222222', PARAM_1: 'B&B', PARAM_2: '' },
		],
	});
	expect((await stage.control.messages()).map(({ text }) => text)).toEqual([
		'Zoé, #param_1# and Zoé, not #param_3# nor #param1#',
		'B&B,  and B&B, not #param_3# nor #param1#',
	]);
});

test('DYNAMIC 0 leaves markers alone', async () => {
	await stage.v9.send({
		MESSAGE: 'Code #param_1#',
		DYNAMIC: 0,
		SMS: { MOBILEPHONE: '0612345678', PARAM_1: 'x' },
	});
	expect((await stage.control.messages())[0]?.text).toBe('Code #param_1#');
});

test('invalid and blacklisted numbers are named as given, and have no id', async () => {
	await stage.v9.text('First', '33612345678');
	await stage.control.reply('33612345678', 'stop');
	const { json } = await stage.v9.text(
		'Second',
		'06 12 34 56 78',
		'nonsense',
		'0698765432',
		'0123456789',
	);
	expect(json).toMatchObject({
		status: 100,
		invalidNumbers: '06 12 34 56 78|nonsense|0123456789',
		nbContacts: '1',
		smsIds: [{ phoneNumber: '33698765432' }],
	});
});

test.each([
	['one letter', 'a', 1, 15],
	['160 accents of GSM-7', 'é'.repeat(160), 1, 15],
	['161 letters', 'a'.repeat(161), 2, 30],
	['80 euro signs, which count twice', '€'.repeat(80), 1, 15],
	['81 euro signs', '€'.repeat(81), 2, 30],
	['two parts, full to the last sign', 'a'.repeat(153) + '€'.repeat(76), 2, 30],
	['two parts and a euro sign too many', 'a'.repeat(152) + '€'.repeat(77), 3, 45],
	['70 signs outside GSM-7', 'ê'.repeat(70), 1, 15],
	['71 signs outside GSM-7', 'ê'.repeat(71), 2, 30],
	['35 emoji', '😀'.repeat(35), 1, 15],
	['36 emoji', '😀'.repeat(36), 2, 30],
])('a text of %s counts its own parts', async (_what, message, segments, credits) => {
	const { json } = await stage.v9.send(one(message));
	expect(json).toMatchObject({ nbSms: String(segments), creditsUsed: String(credits) });
});

test('a simulation counts and sends nothing', async () => {
	const { json } = await stage.v9.send(
		{ MESSAGE: 'Hello', SMS: [{ MOBILEPHONE: '33612345678' }, { MOBILEPHONE: '12' }] },
		'simulateCampaign/',
	);
	expect(json).toEqual({
		status: 100,
		statusText: 'Le message a été envoyé',
		invalidNumbers: '12',
		nbCredits: 15,
		nbContacts: 1,
		nbSms: 1,
	});
	expect(await stage.control.messages()).toEqual([]);
});

describe('the simplified root endpoint', () => {
	const parameters = {
		...signature,
		message: 'Hello & goodbye',
		mobile: '33612345678;0698765432;bad',
		tpoa: 'MyShop',
		campaign: 'Root',
		flash: '1',
	};
	const expected = {
		status: 100,
		statusText: 'Le message a été envoyé',
		invalidNumbers: 'bad',
		campaignId: expect.any(String),
		credits: '14999970',
		balance: 44_999.91,
	};

	test.each(['/http/9.0', '/http/9.0/', '/http/9.0//'])('by GET at %s', async (path) => {
		const query = new URLSearchParams(parameters).toString();
		expect((await ask(`${stage.origin}${path}?${query}`)).json).toEqual(expected);
		expect((await stage.control.messages()).map(({ text }) => text)).toEqual([
			'Hello & goodbye',
			'Hello & goodbye',
		]);
	});

	test('by POST', async () => {
		expect((await stage.v9.call('', parameters)).json).toEqual(expected);
	});

	test('scheduled, and refused', async () => {
		const later = await stage.v9.call('', { ...parameters, date: '2040-01-01 08:00:00' });
		expect(later.json).toMatchObject({ status: 101 });
		expect((await stage.v9.call('', { ...parameters, message: '' })).json).toMatchObject({
			status: 110,
		});
		expect((await stage.v9.call('', { ...parameters, mobile: '' })).json).toMatchObject({
			status: 114,
		});
		expect((await stage.v9.call('', { message: 'x' }, {})).json).toMatchObject({ status: 102 });
	});
});
