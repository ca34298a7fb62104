import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	eventKey,
	EventMemory,
	storedKeys,
	storeKeys,
} from '../../../nodes/shared/pushes/event-memory.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { RECEIPT, REPLY } from './push.mts';

const nobody: (key: string) => boolean = () => false;
const freshOf = async (memory: EventMemory, keys: Array<string | null>, known = nobody) =>
	[...(await memory.claim(keys, known)).fresh].sort();

describe('the key of an event', () => {
	const key = (raw: Readonly<Record<string, unknown>>) => eventKey(readEvent(raw));

	test('is the same for a repeat', () => {
		expect(key({ ...RECEIPT })).toBe(key({ ...RECEIPT }));
		expect(key({ ...REPLY, receptionDate: 'later' })).toBe(key(REPLY));
		expect(key(RECEIPT)).toMatch(/^[\w-]{16}$/);
	});

	test.each([
		['another status', RECEIPT, { ...RECEIPT, status: '3' }],
		['another SMS', RECEIPT, { ...RECEIPT, smsId: 'b' }],
		['another date', RECEIPT, { ...RECEIPT, receptionDate: '2026-05-01 10:00:01' }],
		['another reply', REPLY, { ...REPLY, smsMoId: '779' }],
		['another text under one id', REPLY, { ...REPLY, message: 'Non' }],
		[
			'another word for a status',
			{ smsId: 'a', status: 'x' },
			{ smsId: 'a', status: 'y', comment: 'z' },
		],
	])('differs for %s', (_, one, other) => {
		expect(key(one)).not.toBe(key(other));
	});

	test('there is none where a repeat cannot be told from a new event', () => {
		expect(key({ phoneNumber: '336', message: 'Oui' })).toBeNull();
		expect(key({ phoneNumber: '336', status: '1' })).toBeNull();
		expect(key({ click: 1 })).toBeNull();
		expect(key({ ...REPLY, smsMoId: '0', receptionDate: '' })).toBeNull();
		expect(key({ click: 1, date: '2026-05-01' })).not.toBeNull();
	});
});

describe('the memory of events', () => {
	test('a repeat is told once the first was started', async () => {
		const memory = new EventMemory(10);
		const claim = await memory.claim(['a', 'b', null], nobody);
		expect([...claim.fresh]).toEqual([2, 0, 1].sort());
		claim.settle([0, 2]);
		expect(await freshOf(memory, ['a', 'b', null])).toEqual([1, 2]);
	});

	test('what another process knows is no news', async () => {
		expect(await freshOf(new EventMemory(10), ['a', 'b'], (key) => key === 'a')).toEqual([1]);
	});

	test('an event that comes twice in one push is one', async () => {
		expect(await freshOf(new EventMemory(10), ['a', 'a', 'a'])).toEqual([0]);
	});

	test('a repeat waits for the first: started, it is dropped', async () => {
		const memory = new EventMemory(10);
		const first = await memory.claim(['a'], nobody);
		const second = memory.claim(['a', 'b'], nobody);
		first.settle([0]);
		expect([...(await second).fresh]).toEqual([1]);
	});

	test('a repeat waits for the first: failed, one of the waiting takes its place', async () => {
		const memory = new EventMemory(10);
		const first = await memory.claim(['a'], nobody);
		const waiting = [1, 2, 3].map(async () => {
			const claim = await memory.claim(['a'], nobody);
			claim.settle(claim.fresh);
			return claim.fresh.size;
		});
		first.settle([]);
		expect((await Promise.all(waiting)).sort()).toEqual([0, 0, 1]);
	});

	test('it is bounded, and forgets the oldest first', async () => {
		const memory = new EventMemory(2);
		for (const key of ['a', 'b', 'c']) (await memory.claim([key], nobody)).settle([0]);
		expect(await freshOf(memory, ['a', 'b', 'c'])).toEqual([0]);
	});

	test('whatever fails in whatever order: every event is started, none twice', async () => {
		const push = fc.record({
			keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }),
			failures: fc.nat(2),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(push, { maxLength: 8 }),
				fc.scheduler(),
				async (pushes, scheduler) => {
					const memory = new EventMemory(100);
					const starts = new Map<string, number>();
					const deliver = async (keys: string[], failures: number): Promise<void> => {
						// The provider repeats what was not answered well.
						for (let attempt = 0; ; attempt++) {
							const claim = await memory.claim(keys, nobody);
							await scheduler.schedule(Promise.resolve());
							const isWell = attempt >= failures;
							if (isWell) {
								for (const position of claim.fresh) {
									const key = keys[position] ?? '';
									starts.set(key, (starts.get(key) ?? 0) + 1);
								}
							}
							claim.settle(isWell ? claim.fresh : []);
							if (isWell) return;
						}
					};
					await scheduler.waitFor(
						Promise.all(pushes.map(async ({ keys, failures }) => await deliver(keys, failures))),
					);
					const sent = new Set(pushes.flatMap(({ keys }) => keys));
					expect(new Set(starts.keys())).toEqual(sent);
					expect([...starts.values()].every((count) => count === 1)).toBe(true);
				},
			),
		);
	});
});

describe('keys in static data', () => {
	test('are kept in order, once each, up to a bound', () => {
		const data: Record<string, unknown> = { other: 1 };
		storeKeys(data, ['a', 'b']);
		storeKeys(data, ['b', 'c']);
		expect([...storedKeys(data)]).toEqual(['a', 'b', 'c']);
		storeKeys(
			data,
			Array.from({ length: 5_000 }, (_, n) => `k${n}`),
		);
		const keys = [...storedKeys(data)];
		expect(keys).toHaveLength(1_000);
		expect(keys.at(-1)).toBe('k4999');
		expect(data.other).toBe(1);
	});

	test('nothing new changes nothing: n8n would save it', () => {
		const data = Object.freeze({ recentEvents: 'a' });
		storeKeys(data, []);
		expect([...storedKeys(data)]).toEqual(['a']);
		expect(storedKeys({ recentEvents: 7 }).size).toBe(0);
	});
});
