/**
 * Measures in a process of its own how long large answers take: the receipts of a campaign that a
 * node reads, and a request of 2,000 personal SMS that the sandbox takes. Ten times the rows should
 * take ten times as long.
 */
import { fetch } from 'undici';

import { readReceipts } from '../nodes/shared/vocabulary/rows/receipts.ts';
import { sandboxClient } from '../sandbox/client.mts';
import { startSandbox } from '../sandbox/start-sandbox.mts';

/** Milliseconds, the middle one of several rounds. */
export interface LargeAnswers {
	readonly receipts10000Ms: number;
	readonly receipts100000Ms: number;
	readonly sandbox2000SmsMs: number;
}

const ROUNDS = 5;

async function middle(once: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const begin = performance.now();
		await once();
		times.push(performance.now() - begin);
	}
	return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

const receipts = (count: number) => ({
	acks: Array.from({ length: count }, (_, index) => ({
		phoneNumber: `33612${String(index).padStart(6, '0')}`,
		smsId: `sms-${index}`,
		statut: '1',
		comment: 'Delivered',
		receptionDate: `2026-05-01 10:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:00`,
	})),
});

async function reading(count: number): Promise<number> {
	const data = receipts(count);
	return await middle(() => {
		const found = readReceipts(data, 200, { smsId: null, campaignId: 'bench' });
		if (found.kind !== 'rows' || found.rows.length !== count) throw new Error('A row was lost');
	});
}

async function sending(): Promise<number> {
	const sandbox = await startSandbox({ port: 0 });
	await sandboxClient(sandbox.origin).setAccount({ credits: 1_000_000_000 });
	const SMS = Array.from({ length: 2_000 }, (_, index) => ({
		MOBILEPHONE: `336${10_000_000 + index}`,
		PARAM_1: `Zoé ${index}`,
	}));
	const body = new URLSearchParams({
		login: 'sandbox',
		apiKey: 'sandbox-key',
		returnformat: 'json',
		smsData: JSON.stringify({ DATA: { MESSAGE: 'Hi #param_1#', DYNAMIC: 1, SMS } }),
	});
	try {
		return await middle(async () => {
			const response = await fetch(`${sandbox.origin}/http/9.0/sendSms`, { method: 'POST', body });
			const { status } = (await response.json()) as { status: number };
			if (status !== 100) throw new Error(`The sandbox answered ${status}`);
		});
	} finally {
		await sandbox.close();
	}
}

const measured: LargeAnswers = {
	receipts10000Ms: await reading(10_000),
	receipts100000Ms: await reading(100_000),
	sandbox2000SmsMs: await sending(),
};
process.stdout.write(JSON.stringify(measured));
