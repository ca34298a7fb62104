import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { lines } from '../../../harness/lines.mts';
import { e164, nationalPhone, sending } from '../../../harness/sms.mts';
import { matrixCases, titleOf, type MatrixCase } from './cases.mts';
import { breaches, toldOf } from './judge.mts';
import { inLanes, openLanes, type Lane } from './lanes.mts';

const PHONES = [0, 1, 2, 3].map(e164);

async function play({ engine, sandbox }: Lane, matrixCase: MatrixCase): Promise<string[]> {
	const { fault, timeout = 60, request, onError, retryOnFail, payloadFormat, outcome } = matrixCase;
	await sandbox.reset();
	await sandbox.setFaults({ ...fault, request });
	const run = await engine.runAction(
		sending({
			to: '={{ $json.to }}',
			message: '=Number {{ $json.to }}',
			options: { batchSize: 2, concurrency: 1, timeout, payloadFormat },
		}),
		{
			items: [0, 1, 2, 3].map((index) => ({ to: nationalPhone(index) })),
			settings: { onError, retryOnFail, maxTries: 3, waitBetweenTries: 1 },
		},
	);
	const received = new Map(
		[...(await sandbox.received())].map(([digits, times]) => [`+${digits}`, times]),
	);
	const found = breaches(run, PHONES, received).map(
		({ phoneNumber, what }) => `${phoneNumber} ${what}`,
	);
	// With more than one try, what was certainly not sent leaves with the next.
	const struck = request === 1 ? PHONES.slice(0, 2) : PHONES.slice(2);
	const expected = new Set(
		outcome === 'rejected' && retryOnFail ? ['rejected', 'sent'] : [outcome],
	);
	for (const phoneNumber of struck) {
		const told = toldOf(run, phoneNumber);
		if (!expected.has(told)) found.push(`${phoneNumber} is said to be ${told}, not ${outcome}`);
	}
	return found.map((what) => `${titleOf(matrixCase)}: ${what}`);
}

describe.each(lines)('every fault on n8n-core $version', (line) => {
	let lanes: Lane[] = [];
	beforeAll(async () => {
		lanes = await openLanes(line, 8);
	});
	afterAll(async () => {
		await Promise.all(lanes.map(async ({ sandbox }) => await sandbox.close()));
	});

	test(`${matrixCases.length} cases: nobody is texted twice, and nobody is lost silently`, async () => {
		const found: string[] = [];
		let messages = 0;
		await inLanes(lanes, matrixCases, async (lane, matrixCase) => {
			found.push(...(await play(lane, matrixCase)));
			messages += (await lane.sandbox.messages()).length;
		});
		process.stdout.write(
			`Fault matrix on n8n-core ${line.version}: ${matrixCases.length} cases, ${messages} SMS received, ${found.length} broken promises\n`,
		);
		expect(found).toEqual([]);
	}, 300_000);
});
