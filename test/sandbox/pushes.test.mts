import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { openReceiver, type ReceivedCall, type Receiver } from './client/receiver.mts';
import { QUICK, setStage } from './client/stage.mts';
import { until } from './client/until.mts';

jest.setTimeout(30_000);

const stage = setStage({ ...QUICK, pushes: { retryDelaysMs: [30, 60, 90], parallel: 8 } });

let receiver: Receiver;
beforeAll(async () => {
	receiver = await openReceiver();
});
afterEach(() => receiver.clear());
afterAll(async () => await receiver.close());

const fieldsOf = ({ url, body }: ReceivedCall): Record<string, string> =>
	Object.fromEntries(new URLSearchParams(body || url.split('?')[1]));

const setWebhooks = async (more: Record<string, string> = {}) =>
	await stage.control.setWebhooks({
		deliveryReportUrl: receiver.url,
		replyUrl: receiver.url,
		...more,
	});

const callsThatArrive = async (count: number) =>
	await until(`${count} calls`, () => receiver.calls.length >= count && [...receiver.calls]);

describe('what a push carries', () => {
	test('receipts: handed over, then delivered', async () => {
		await setWebhooks();
		const { json } = await stage.v9.text('Hello', '33612345678');
		const [sms] = json.smsIds as Array<{ smsId: string }>;
		const calls = await callsThatArrive(2);
		const common = {
			smsId: sms?.smsId,
			campaignId: json.campaignId,
			phoneNumber: '33612345678',
			receptionDate: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
		};
		expect(calls.map(fieldsOf)).toEqual([
			{ ...common, status: '3', statusText: 'Transmitted to the operator' },
			{ ...common, status: '1', statusText: 'Delivered' },
		]);
		expect(calls[0]).toMatchObject({ method: 'POST', type: 'application/x-www-form-urlencoded' });
	});

	test('a reply, matched to the last SMS of that phone', async () => {
		await setWebhooks({ deliveryReportUrl: '' });
		await stage.v9.text('First', '33612345678');
		const { json } = await stage.v9.text('Second', '33612345678');
		await stage.v9.text('Other', '33698765432');
		const reply = await stage.control.reply('06 12 34 56 78', 'Oui à 8 h & merci 😀');
		const [call] = await callsThatArrive(1);
		expect(call && fieldsOf(call)).toEqual({
			smsMoId: reply.smsMoId,
			smsId: (json.smsIds as Array<{ smsId: string }>)[0]?.smsId,
			campaignId: json.campaignId,
			phoneNumber: '33612345678',
			message: 'Oui à 8 h & merci 😀',
			receptionDate: expect.any(String),
		});
	});

	test('a reply from a phone that got no SMS has blank ids', async () => {
		await setWebhooks();
		await stage.control.reply('33612345678', 'Hello?');
		const [call] = await callsThatArrive(1);
		expect(call && fieldsOf(call)).toMatchObject({ smsId: '', campaignId: '', message: 'Hello?' });
	});
});

describe('how a push is written', () => {
	const told = { message: 'A & B = é', phoneNumber: '33612345678' };
	const pushed = async (method: string, encoding: string, url = receiver.url) => {
		await setWebhooks({ method, encoding, replyUrl: url });
		await stage.control.reply('33612345678', told.message);
		const [call] = await callsThatArrive(1);
		if (!call) throw new Error('No call');
		return call;
	};

	test.each([
		['GET', 'query'],
		['GET', 'form'],
		['GET', 'json'],
		['POST', 'query'],
	])('%s %s: in the query, the rest of the address kept', async (method, encoding) => {
		const call = await pushed(method, encoding, `${receiver.url}?token=s%2Bcret`);
		expect(call.method).toBe(method);
		expect(call.body).toBe('');
		expect(call.url).toMatch(/^\/hook\?token=s%2Bcret&/);
		expect(fieldsOf(call)).toMatchObject(told);
	});

	test('POST json', async () => {
		const call = await pushed('POST', 'json');
		expect(call.type).toBe('application/json');
		expect(JSON.parse(call.body)).toMatchObject(told);
	});

	test('POST multipart', async () => {
		const call = await pushed('POST', 'multipart');
		const form = await new Response(call.body, {
			headers: { 'content-type': call.type },
		}).formData();
		expect(form.get('message')).toBe(told.message);
	});
});

describe('when the webhook does not take it', () => {
	test('it is repeated with pauses, and every answer is kept', async () => {
		receiver.answerWith(500, 404);
		await setWebhooks({ deliveryReportUrl: '' });
		await stage.control.reply('33612345678', 'Hello');
		const push = await until('the third try', async () =>
			(await stage.control.pushes()).find(({ state }) => state === 'delivered'),
		);
		expect(push).toMatchObject({
			kind: 'reply',
			attempts: [
				{ status: 500, answer: 'OK' },
				{ status: 404, answer: 'OK' },
				{ status: 200, answer: 'OK' },
			],
		});
		const [first, second, third] = receiver.calls.map(({ at }) => at);
		expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(25);
		expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(55);
	});

	test('it fails in the end, and a redirect is not followed', async () => {
		receiver.answerWith(302, 302, 302, 302);
		await setWebhooks({ deliveryReportUrl: '' });
		await stage.control.reply('33612345678', 'Hello');
		const push = await until('the end', async () =>
			(await stage.control.pushes()).find(({ state }) => state === 'failed'),
		);
		expect(push.attempts.map(({ status }) => status)).toEqual([302, 302, 302, 302]);
		expect(receiver.calls).toHaveLength(4);
	});

	test('nobody is there', async () => {
		await setWebhooks({ deliveryReportUrl: '', replyUrl: 'http://127.0.0.1:9/hook' });
		await stage.control.reply('33612345678', 'Hello');
		const push = await until('a try', async () =>
			(await stage.control.pushes()).find(({ attempts }) => attempts.length > 0),
		);
		expect(push).toMatchObject({
			state: 'retrying',
			attempts: [{ status: null, answer: expect.stringMatching(/^Nobody listens/) }],
		});
	});

	test('a reset forgets what is still to come', async () => {
		receiver.answerWith(500);
		await setWebhooks({ deliveryReportUrl: '' });
		await stage.control.reply('33612345678', 'Hello');
		await callsThatArrive(1);
		await stage.control.reset();
		await new Promise((later) => setTimeout(later, 120));
		expect(receiver.calls).toHaveLength(1);
		expect(await stage.control.pushes()).toEqual([]);
	});
});

describe('faults of pushes', () => {
	const replies = async (...messages: string[]) => {
		await setWebhooks({ deliveryReportUrl: '' });
		for (const message of messages) await stage.control.reply('33612345678', message);
	};
	const arrived = () => receiver.calls.map((call) => fieldsOf(call).message);

	test('repeat, drop and delay', async () => {
		await stage.control.setFaults(
			{ endpoint: 'push', kind: 'repeat' },
			{ endpoint: 'push', kind: 'drop' },
			{ endpoint: 'push', kind: 'delay', delayMs: 150 },
		);
		await replies('twice', 'never', 'late', 'now');
		await callsThatArrive(4);
		expect(arrived().at(-1)).toBe('late');
		expect(arrived().sort()).toEqual(['late', 'now', 'twice', 'twice']);
		expect((await stage.control.pushes()).map(({ state }) => state)).toContain('dropped');
	});

	test('reorder lets the next one pass', async () => {
		await stage.control.setSettings({ pushes: { parallel: 1 } });
		await stage.control.setFaults({ endpoint: 'push', kind: 'reorder', times: 1 });
		await replies('first', 'second', 'third');
		await callsThatArrive(3);
		expect(arrived()).toEqual(['second', 'first', 'third']);
	});
});

test.each([
	['33611999902', ['3', '2'], 'undelivered'],
	['33611999903', ['3'], 'sent'],
	['33611999904', ['4'], 'rejected'],
	['33611999905', ['3', '5'], 'rejected'],
	['33611999906', ['3', '6'], 'failed'],
	['33611999900', [], 'accepted'],
])('the number %s fails as its end says', async (number, codes, status) => {
	await setWebhooks();
	await stage.v9.text('Hello', number, '33612345678');
	await until('the other one', async () =>
		(await stage.control.messages()).some(({ status: other }) => other === 'delivered'),
	);
	await callsThatArrive(codes.length + 2);
	const own = receiver.calls.map(fieldsOf).filter(({ phoneNumber }) => phoneNumber === number);
	expect(own.map(({ status: code }) => code)).toEqual(codes);
	expect((await stage.control.messages())[0]?.status).toBe(status);
});

test('a number that ends in 999907 is refused as invalid', async () => {
	expect((await stage.v9.text('Hello', '33611999907')).json).toMatchObject({
		status: 114,
		invalidNumbers: '33611999907',
	});
});

test('20,000 receipts arrive once each, a few at a time', async () => {
	await setWebhooks();
	const SMS = Array.from({ length: 2_000 }, (_, index) => ({
		MOBILEPHONE: `336${1_000_000 + index}0`,
	}));
	for (let batch = 0; batch < 5; batch++) {
		expect((await stage.v9.send({ MESSAGE: 'Hello', SMS })).json).toMatchObject({
			nbContacts: '2000',
		});
	}
	await until('20,000 calls', () => receiver.calls.length >= 20_000, 60_000);
	const distinct = new Set(
		receiver.calls.map(fieldsOf).map(({ smsId, status }) => `${smsId} ${status}`),
	);
	expect(distinct.size).toBe(20_000);
	expect(receiver.calls).toHaveLength(20_000);
	expect(receiver.mostAtOnce()).toBeLessThanOrEqual(8);
}, 90_000);
