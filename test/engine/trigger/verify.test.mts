import { afterEach, expect, jest, test } from '@jest/globals';
import { fetch } from 'undici';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

jest.setTimeout(60_000);

const PHONE = '33612345678';
const REFUSED = { status: 401, body: 'The push is not confirmed by AllMySMS' };

describeOnEachLine('events that are verified', (world) => {
	let scene: TriggerScene | undefined;
	const open = async (options: SceneOptions['options'] = {}): Promise<TriggerScene> => {
		scene = await openTrigger(world().engine, { options: { verify: true, ...options } });
		return scene;
	};
	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
	});

	/** Sends an SMS as any client does, and waits until it is delivered. */
	const sent = async (phoneNumber = PHONE) => {
		const { origin } = world().sandbox;
		const smsData = JSON.stringify({
			DATA: { MESSAGE: 'Can you come?', SMS: [{ MOBILEPHONE: phoneNumber }] },
		});
		const body = new URLSearchParams({ login: 'sandbox', apiKey: 'sandbox-key', smsData });
		await fetch(`${origin}/http/9.0/sendSms/`, { method: 'POST', body });
		for (;;) {
			const sms = (await world().sandbox.messages()).at(-1);
			if (!sms) throw new Error('The sandbox took no SMS');
			if (sms.status === 'delivered') return sms;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	};
	const answerFrom = async (message: string, phoneNumber = PHONE) => {
		await world().sandbox.reply(phoneNumber, message);
	};
	const lookUps = async () =>
		(await world().sandbox.requests()).filter(({ path }) => /get(Ack|Pull)/.test(path)).length;

	test('a true report passes, also an earlier one; a forged one does not', async () => {
		const { push, items } = await open();
		const { smsId, campaignId } = await sent();
		expect(await push(receipt({ smsId, campaignId }))).toEqual(OK);
		expect(await push(receipt({ smsId, campaignId, status: '3' }))).toEqual(OK);
		expect(await push(receipt({ smsId, campaignId, status: '2' }))).toMatchObject(REFUSED);
		expect(await push(receipt({ smsId, phoneNumber: '33699999999' }))).toMatchObject(REFUSED);
		expect(await push(receipt({ smsId: 'made-up' }))).toMatchObject(REFUSED);
		expect((await items()).flat()).toEqual([
			expect.objectContaining({ smsId, status: 'delivered', verified: true }),
			expect.objectContaining({ smsId, status: 'sent', verified: true }),
		]);
	});

	test('true replies pass, several to one SMS too; a forged one does not', async () => {
		const { push, items } = await open();
		const { smsId, campaignId } = await sent();
		await answerFrom('Oui, à demain');
		await answerFrom('STOP');
		const known = { smsId, campaignId };
		expect(await push(reply({ ...known, message: 'Oui, à demain' }))).toEqual(OK);
		expect(await push(reply({ ...known, message: 'STOP' }))).toEqual(OK);
		expect(await push(reply({ ...known, message: 'Send money' }))).toMatchObject(REFUSED);
		expect(await push({ phoneNumber: PHONE, message: 'Oui' })).toMatchObject(REFUSED);
		expect((await items()).flat()).toEqual([
			expect.objectContaining({ event: 'reply', message: 'Oui, à demain', verified: true }),
			expect.objectContaining({ event: 'stop', verified: true }),
		]);
	});

	test('of a list only what is confirmed passes, and a refused event may come again', async () => {
		const { call, push, items } = await open();
		const { smsId } = await sent();
		const early = { ...reply({ smsId }), message: 'Not yet known' };
		const body = JSON.stringify([receipt({ smsId }), early, receipt({ smsId: 'made-up' })]);
		expect(await call('', { method: 'POST', body })).toEqual(OK);
		await answerFrom('Not yet known');
		expect(await push(early)).toEqual(OK);
		expect((await items()).map((each) => each.map(({ event }) => event))).toEqual([
			['deliveryReport'],
			['reply'],
		]);
	});

	test('what is not wanted, or came before, costs no request', async () => {
		const { push } = await open({ statuses: ['rejected'] });
		await push(receipt());
		expect(await lookUps()).toBe(0);
	});

	test.each([
		['pass', OK, [false]],
		['refuse', REFUSED, []],
	])('without the API they %s', async (verifyUnreachable, expected, verified) => {
		const { engine } = world();
		engine.credential = { ...engine.credential, baseUrl: 'http://127.0.0.1:9' };
		const { push, items } = await open({ verifyUnreachable });
		expect(await push(receipt())).toMatchObject(expected);
		expect((await items()).flat().map((item) => item.verified)).toEqual(verified);
	});

	test('a login that is refused confirms nothing, and refutes nothing', async () => {
		const { engine } = world();
		engine.credential = { ...engine.credential, apiKey: 'wrong' };
		const { push, items } = await open();
		expect(await push(receipt())).toEqual(OK);
		expect((await items()).flat()).toEqual([expect.objectContaining({ verified: false })]);
	});

	test('a list of 200 is asked about a bounded number at a time', async () => {
		const { call, items } = await open();
		const { smsId } = await sent();
		const dates = Array.from({ length: 200 }, (_, n) => `2026-05-01 10:00:${n % 60}.${n}`);
		const body = JSON.stringify(dates.map((receptionDate) => receipt({ smsId, receptionDate })));
		expect(await call('', { method: 'POST', body })).toEqual(OK);
		expect(await lookUps()).toBe(200);
		expect((await items()).flat()).toHaveLength(200);
	});
});
