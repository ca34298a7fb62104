import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OnError } from 'n8n-workflow';

import { lines } from '../../../harness/lines.mts';
import { e164, nationalPhone } from '../../../harness/sms.mts';
import { faults, onErrors, type MatrixFault } from './cases.mts';
import { toldOf } from './judge.mts';
import { inLanes, openLanes, type Lane } from './lanes.mts';

interface WaitingCase extends MatrixFault {
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	readonly responseType: 'approval' | 'smsReply';
}

/** Every fault × every On Error setting × Retry On Fail, half of them answered by a link. */
const cases: readonly WaitingCase[] = faults.flatMap((fault) =>
	onErrors.flatMap((onError) =>
		[false, true].map(
			(retryOnFail, index): WaitingCase => ({
				...fault,
				onError,
				retryOnFail,
				responseType: index === 0 ? 'approval' : 'smsReply',
			}),
		),
	),
);

const PHONE = e164(0);

/**
 * What is wrong: a phone texted twice, an execution that waits although nobody was asked for certain,
 * one that goes on although somebody was, a failure that is not told.
 */
async function play({ engine, sandbox }: Lane, each: WaitingCase): Promise<string[]> {
	const { fault, timeout = 60, onError, retryOnFail, responseType, outcome } = each;
	await sandbox.reset();
	await sandbox.setFaults({ ...fault, request: 1 });
	const run = await engine.runAction(
		{
			resource: 'sms',
			operation: 'sendAndWait',
			to: '={{ $json.to }}',
			message: 'Do you come?',
			responseType,
			options: { timeout },
		},
		{
			items: [{ to: nationalPhone(0) }],
			settings: { onError, retryOnFail, maxTries: 3, waitBetweenTries: 1 },
		},
	);
	const texted = (await sandbox.received()).get(PHONE.slice(1)) ?? 0;
	// A second try asks whoever was certainly not asked by the first.
	const waits = outcome === 'sent' || (outcome === 'rejected' && retryOnFail);
	const found: string[] = [];
	if (texted > 1) found.push(`was texted ${texted} times`);
	if (run.status === 'waiting' && texted === 0) found.push('waits, and nobody was asked');
	if ((run.status === 'waiting') !== waits) found.push(`is ${run.status}`);
	if (!waits && toldOf(run, PHONE) !== outcome) {
		found.push(`is said to be ${toldOf(run, PHONE)}, not ${outcome}`);
	}
	const title = `${each.name}, ${onError}, ${retryOnFail ? 'with' : 'without'} retry`;
	return found.map((what) => `${title}: ${what}`);
}

describe.each(lines)('every fault of a question on n8n-core $version', (line) => {
	let lanes: Lane[] = [];
	beforeAll(async () => {
		lanes = await openLanes(line, 8);
	});
	afterAll(async () => {
		await Promise.all(lanes.map(async ({ sandbox }) => await sandbox.close()));
	});

	test(`${cases.length} cases: asked once or told why not, and waiting only for who was asked`, async () => {
		const found: string[] = [];
		await inLanes(lanes, cases, async (lane, each) => {
			found.push(...(await play(lane, each)));
		});
		expect(found).toEqual([]);
	}, 300_000);
});
