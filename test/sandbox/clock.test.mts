import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';

import { openReceiver, type Receiver } from './client/receiver.mts';
import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';

const stage = setStage({ receiptDelaysMs: { handedOver: 400, delivered: 1_500 } });

let receiver: Receiver;

beforeAll(async () => {
	receiver = await openReceiver();
});
afterEach(() => receiver.clear());
afterAll(async () => await receiver.close());

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** Eight o'clock in Paris, some days from now. */
const eight = (days: number): DateTime<true> => {
	const at = DateTime.now().setZone('Europe/Paris').plus({ days }).set({ hour: 8, minute: 0 });
	const morning = at.startOf('minute');
	if (!morning.isValid) throw new Error('No such morning');
	return morning;
};

const schedule = async (message: string, at: DateTime<true>, ...numbers: string[]) =>
	await stage.v9.send({
		MESSAGE: message,
		DATE: at.toFormat(FORMAT),
		SMS: numbers.map((MOBILEPHONE) => ({ MOBILEPHONE })),
	});

const statuses = async () => (await stage.control.messages()).map(({ status }) => status);

test('it runs with the real one, and tells the zone of the provider', async () => {
	const { now, local, zone, aheadSeconds } = await stage.control.clock();
	expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
	expect(DateTime.fromFormat(local, FORMAT, { zone }).toMillis()).toBe(
		Math.floor(Date.parse(now) / 1_000) * 1_000,
	);
	expect({ zone, aheadSeconds }).toEqual({ zone: 'Europe/Paris', aheadSeconds: 0 });
	expect((await stage.control.state()).clock.zone).toBe('Europe/Paris');
});

test('what is scheduled leaves at its own time when the clock passes it, receipts and all', async () => {
	await stage.control.setWebhooks({ deliveryReportUrl: receiver.url });
	await schedule('first', eight(1), '33612345678');
	await schedule('second', eight(2), '33612345678');
	expect(await statuses()).toEqual(['scheduled', 'scheduled']);

	await stage.control.moveClock({ now: eight(1).plus({ minutes: 1 }).toISO() });
	expect(await statuses()).toEqual(['delivered', 'scheduled']);
	await until('both receipts', () => receiver.calls.length === 2);
	const dates = receiver.calls.map(({ body }) => new URLSearchParams(body).get('receptionDate'));
	const leaving = eight(1).toFormat(FORMAT);
	expect(dates.toSorted()).toEqual([leaving, eight(1).plus({ seconds: 1 }).toFormat(FORMAT)]);
	const [phone] = (await stage.control.state()).phones;
	expect(phone?.conversation.map(({ at }) => DateTime.fromISO(at).toMillis())[0]).toBe(
		eight(1).toMillis(),
	);
});

test('what leaves just then is seen arriving', async () => {
	await schedule('now', eight(1), '33612345678');
	await stage.control.moveClock({ now: eight(1).toISO() });
	expect(await statuses()).toEqual(['accepted']);
	await until('the receipt', async () => (await statuses())[0] === 'delivered');
});

test('it goes on by seconds, and receipts that are due by then are there', async () => {
	const { now } = await stage.control.clock();
	await stage.v9.text('a', '33612345678');
	const moved = await stage.control.moveClock({ advanceSeconds: 3_600 });
	expect(Date.parse(moved.now) - Date.parse(now)).toBeGreaterThanOrEqual(3_600_000);
	expect(moved.aheadSeconds).toBeGreaterThanOrEqual(3_599);
	expect(await statuses()).toEqual(['delivered']);
});

test('everything is stamped with it, and a date that it passed is now', async () => {
	await stage.control.moveClock({ now: '2030-05-01 08:00' });
	await stage.v9.send({
		MESSAGE: 'a',
		DATE: '2030-05-01 07:59:59',
		SMS: [{ MOBILEPHONE: '33612345678' }],
	});
	await stage.control.reply('33612345678', 'STOP');
	const { requests, campaigns, phones } = await stage.control.state();
	const stamps = [
		...requests.map(({ at }) => at),
		...campaigns.map(({ createdAt }) => createdAt),
		...phones.flatMap(({ conversation }) => conversation.map(({ at }) => at)),
	];
	expect(stamps).toHaveLength(4);
	for (const stamp of stamps) expect(stamp).toMatch(/^2030-05-01T06:00:/);
	expect(campaigns[0]?.scheduledFor).toBeNull();
	const { json } = await stage.v9.call('getBlacklist');
	expect(json).toMatchObject({
		blacklist: [{ receptionDate: expect.stringMatching(/^2030-05-01 08:00:/) }],
	});
});

test('back in time, dates wait again, receipts still come, and the order of what happened stays', async () => {
	await schedule('later', eight(2), '33612345678');
	await stage.control.moveClock({ now: eight(1).toISO() });
	await stage.v9.text('tomorrow', '33612345678');
	const { aheadSeconds } = await stage.control.moveClock({ now: null });
	expect(aheadSeconds).toBe(0);
	await stage.v9.text('today', '33612345678');
	await until(
		'receipts',
		async () => (await statuses()).filter((s) => s === 'delivered').length === 2,
	);
	const [phone] = (await stage.control.state()).phones;
	expect(phone?.conversation.map(({ text }) => text)).toEqual(['tomorrow', 'today', 'later']);
});

test('a campaign that was cancelled does not leave when the clock passes it', async () => {
	const { json } = await schedule('never', eight(1), '33612345678');
	await stage.v9.call('deleteCampaign', { campId: String(json.campaignId) });
	await stage.control.moveClock({ now: eight(3).toISO() });
	expect(await statuses()).toEqual(['cancelled']);
});

test('a reply belongs to the SMS that reached the phone last, not to the one that was ordered last', async () => {
	const scheduled = await schedule('ordered first, arrives last', eight(1), '33612345678');
	await stage.v9.text('arrives first', '33612345678');
	await stage.control.moveClock({ now: eight(1).toISO() });
	expect(await stage.control.reply('33612345678', 'OK')).toMatchObject({
		campaignId: scheduled.json.campaignId,
	});
});

test('ten thousand SMS leave in one move', async () => {
	const numbers = Array.from({ length: 200 }, (_, index) => `336100${10_000 + index}`);
	for (let days = 1; days <= 50; days++) await schedule('day', eight(days), ...numbers);
	await stage.control.moveClock({ now: eight(51).toISO() });
	const all = await statuses();
	expect(all).toHaveLength(10_000);
	expect(new Set(all)).toEqual(new Set(['delivered']));
});

describe('a time that cannot be used is refused', () => {
	test.each([
		[{}, /Give either/],
		[{ now: '2030-01-01 08:00', advanceSeconds: 5 }, /Give either/],
		[{ now: 'tomorrow' }, /must be a time such as/],
		[{ now: '2030-02-30 08:00' }, /must be a time such as/],
		[{ now: '1030-01-01 08:00' }, /must be a time such as/],
		[{ advanceSeconds: -1 }, /must be a number from 0/],
	])('%j', async (change, words) => {
		await expect(stage.control.moveClock(change)).rejects.toThrow(words);
	});
});

test('a reset sets it to the real time', async () => {
	await stage.control.moveClock({ advanceSeconds: 86_400 });
	await stage.control.reset();
	expect((await stage.control.clock()).aheadSeconds).toBe(0);
});
