import { setTimeout as later } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import {
	cutIntoBatches,
	dispatchBatches,
	type Batch,
	type Dispatch,
} from '../../../nodes/shared/sending/batches.ts';
import {
	rejected,
	type BatchOutcome,
	type Outcome,
} from '../../../nodes/shared/sending/recipient.ts';
import type { TextContent } from '../../../nodes/shared/sending/message.ts';
import { smsTo } from './recipients.mts';

const batches = cutIntoBatches(
	Array.from({ length: 6 }, (_, index) =>
		smsTo(`+3360000000${index}`, {
			request: { api: 'v9', payloadFormat: 'json', batchSize: 1, timeoutMs: 1 },
		}),
	),
);
const sentTo = (batch: Batch): BatchOutcome => ({
	outcomes: batch.recipients.map(({ to }) => ({
		...rejected({ what: 'ok', remedy: '' }),
		status: 'sent',
		smsId: to,
	})),
	halt: null,
});

const run = async (change: Partial<Dispatch<TextContent>>) =>
	await dispatchBatches(batches, {
		send: async (batch) => sentTo(batch),
		record: () => undefined,
		cancelled: () => false,
		concurrency: 1,
		...change,
	});

const ids = (results: ReadonlyArray<readonly Outcome[]>) =>
	results.flatMap((outcomes) => outcomes.map((outcome) => outcome.smsId ?? outcome.statusText));
const numbers = batches.flatMap((batch) => batch.recipients.map(({ to }) => to));

describe('dispatchBatches', () => {
	test('outcomes keep the order of the batches, whatever answers first', async () => {
		const results = await run({
			concurrency: 3,
			send: async (batch) => {
				await later(batch.recipients[0]?.to.endsWith('0') ? 30 : 1);
				return sentTo(batch);
			},
		});
		expect(ids(results)).toEqual(numbers);
	});

	test('never more requests at once than allowed', async () => {
		let now = 0;
		let most = 0;
		await run({
			concurrency: 2,
			send: async (batch) => {
				most = Math.max(most, ++now);
				await later(2);
				now--;
				return sentTo(batch);
			},
		});
		expect(most).toBe(2);
	});

	test('what the others would meet too stops them', async () => {
		let calls = 0;
		const results = await run({
			send: async (batch) => {
				calls++;
				return calls === 2
					? {
							outcomes: [rejected({ what: 'no credit', remedy: '' })],
							halt: { what: 'no credit', remedy: '' },
						}
					: sentTo(batch);
			},
		});
		expect(calls).toBe(2);
		expect(ids(results)).toEqual([
			numbers[0],
			...Array.from({ length: 5 }, () => 'Not sent: no credit.'),
		]);
	});

	test('a cancelled execution sends nothing more', async () => {
		let calls = 0;
		const results = await run({
			cancelled: () => calls >= 2,
			send: async (batch) => {
				calls++;
				return sentTo(batch);
			},
		});
		expect(calls).toBe(2);
		expect(ids(results)).toEqual([
			...numbers.slice(0, 2),
			...Array.from(
				{ length: 4 },
				() => 'Not sent: the execution was canceled. Send these again where they are still wanted.',
			),
		]);
		expect(results.slice(2).flatMap((each) => each.map(({ status }) => status))).toEqual(
			Array.from({ length: 4 }, () => 'rejected'),
		);
	});

	test.each([0, 1, 99])('with %d requests at once all leave, each once', async (concurrency) => {
		const sent: string[] = [];
		const results = await run({
			concurrency,
			send: async (batch) => {
				sent.push(...batch.recipients.map(({ to }) => to));
				return sentTo(batch);
			},
		});
		expect(sent.sort()).toEqual(numbers);
		expect(ids(results)).toEqual(numbers);
	});

	test('what was not sent is not on record, and the first reason to stop is told', async () => {
		const recorded: string[] = [];
		const results = await run({
			concurrency: 2,
			send: async (batch) => {
				const what = `reason of ${batch.recipients[0]?.to ?? ''}`;
				await later(batch.recipients[0]?.to.endsWith('0') ? 1 : 20);
				const problem = { what, remedy: '' };
				return { outcomes: [rejected(problem)], halt: problem };
			},
			record: (batch) => recorded.push(...batch.recipients.map(({ to }) => to)),
		});
		expect(recorded).toEqual(numbers.slice(0, 2));
		expect(ids(results).slice(2)).toEqual(
			Array.from({ length: 4 }, () => `Not sent: reason of ${numbers[0]}.`),
		);
	});

	test('a batch is on record before the next one leaves', async () => {
		const log: string[] = [];
		await run({
			send: async (batch) => {
				log.push(`send ${batch.recipients[0]?.to}`);
				return sentTo(batch);
			},
			record: (batch) => log.push(`record ${batch.recipients[0]?.to}`),
		});
		expect(log).toEqual(numbers.flatMap((to) => [`send ${to}`, `record ${to}`]));
	});
});
