import { describe, expect, test } from '@jest/globals';

import {
	type ProviderReply,
	callPersistently,
	readRetryAfter,
	retryPause,
} from '../../../nodes/shared/provider/provider-call.ts';

const answered = (httpStatus: number, retryAfterMs: number | null = null): ProviderReply => ({
	kind: 'answered',
	httpStatus,
	retryAfterMs,
	body: '',
	location: null,
});
const refused: ProviderReply = { kind: 'unreached', reason: 'r', remedy: 'm', mayHeal: true };

describe('retryPause', () => {
	test('sends again what was not reached, later each time', () => {
		const pauses = [1, 2, 3].map((attempt) => retryPause(refused, attempt, 0.5));
		expect(pauses).toEqual([400, 800, 1600]);
	});

	test('gives up after four requests', () => {
		expect(retryPause(refused, 4, 0.5)).toBeNull();
	});

	test('does not repeat what a wrong setting caused', () => {
		expect(retryPause({ ...refused, mayHeal: false }, 1, 0.5)).toBeNull();
	});

	test('repeats 429 always and 503 only with Retry-After', () => {
		expect(retryPause(answered(429), 1, 0.5)).toBe(400);
		expect(retryPause(answered(503, 2000), 1, 0.5)).toBe(2000);
		expect(retryPause(answered(503), 1, 0.5)).toBeNull();
	});

	test('does not wait longer than half a minute', () => {
		expect(retryPause(answered(429, 31_000), 1, 0.5)).toBeNull();
		expect(retryPause(answered(429, 30_000), 1, 0.5)).toBe(30_000);
	});

	test.each([200, 201, 301, 400, 401, 404, 408, 500, 502, 504])(
		'never repeats HTTP %i',
		(status) => {
			expect(retryPause(answered(status, 1000), 1, 0.5)).toBeNull();
		},
	);

	test('never repeats what is uncertain', () => {
		expect(retryPause({ kind: 'uncertain', reason: 'r' }, 1, 0.5)).toBeNull();
	});

	test('jitter spreads the pauses by a quarter each way', () => {
		expect(retryPause(refused, 1, 0)).toBe(300);
		expect(retryPause(refused, 1, 1)).toBe(500);
	});
});

describe('readRetryAfter', () => {
	const now = Date.parse('2026-05-01T10:00:00Z');
	test.each([
		['2', 2000],
		['120', 120_000],
		[' 0 ', 0],
		[3, 3000],
		[['4', '5'], 4000],
		['Fri, 01 May 2026 10:00:05 GMT', 5000],
		['Fri, 01 May 2026 09:00:00 GMT', 0],
		['soon', null],
		['', null],
		[undefined, null],
		[{}, null],
		['-3', null],
	])('%p is %p', (header, expected) => {
		const read = readRetryAfter(header, now);
		if (header === '-3') expect(read === null || read >= 0).toBe(true);
		else expect(read).toBe(expected);
	});
});

describe('callPersistently', () => {
	const world = () => {
		const slept: number[] = [];
		return {
			slept,
			sleep: async (ms: number) => void slept.push(ms),
			cancelled: () => false,
			random: () => 0.5,
		};
	};

	test('stops at the first reply that may not be repeated', async () => {
		const replies = [refused, answered(429), answered(200)];
		const waiting = world();
		expect(await callPersistently(async () => replies.shift() ?? refused, waiting)).toEqual(
			answered(200),
		);
		expect(waiting.slept.reduce((sum, ms) => sum + ms, 0)).toBe(1200);
	});

	test('a cancelled execution makes no further request', async () => {
		let calls = 0;
		const reply = await callPersistently(
			async () => {
				calls++;
				return refused;
			},
			{ ...world(), cancelled: () => true },
		);
		expect(reply).toEqual(refused);
		expect(calls).toBe(1);
	});
});
