import { expect, test } from '@jest/globals';

import { readAccount } from '../../../nodes/shared/vocabulary/accounts.ts';
import { readAnswer } from '../../../nodes/shared/vocabulary/answers.ts';
import { readSimulateAnswer } from '../../../nodes/shared/sending/simulations.ts';
import { providerData } from '../../../nodes/shared/provider/provider-answer.ts';
import { cutIntoBatches, type Batch } from '../../../nodes/shared/sending/batches.ts';
import { batchOutcome } from '../../../nodes/shared/sending/batch-outcome.ts';
import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';
import { smsTo } from '../../unit/sending/recipients.mts';
import { generateAnswer } from './answers.mts';
import { chanceFrom, fuzzCount, fuzzSeed, stopwatch } from './chance.mts';
import { isPolluted } from './hostile.mts';

const STATUSES = ['sent', 'scheduled', 'rejected', 'unknown', 'skipped'];
const batchTo = (api: 'v9' | 'rest'): Batch => {
	const request = { api, payloadFormat: 'json', batchSize: 1000, timeoutMs: 30_000 } as const;
	const members = [0, 1, 2, 3, 4].map((index) => smsTo(`+3361200000${index}`, { request }));
	const [batch] = cutIntoBatches(members);
	if (!batch) throw new Error('No batch');
	return batch;
};
const batches = { v9: batchTo('v9'), rest: batchTo('rest') };

const chance = chanceFrom(fuzzSeed);
const watch = stopwatch();

function check(index: number): Set<string> {
	const { bytes, isHalf } = generateAnswer(chance, index);
	const body = bytes.toString('utf8');
	const api: 'v9' | 'rest' = chance.percent(50) ? 'v9' : 'rest';
	const httpStatus = chance.pick([200, 200, 200, 201, 204, 302, 400, 401, 404, 418, 429, 500, 503]);
	const reply: ProviderReply = {
		kind: 'answered',
		httpStatus,
		body,
		retryAfterMs: chance.pick([null, 0, 1000]),
		location: chance.pick([null, 'https://elsewhere.example.com/?apiKey=x']),
	};
	const batch = batches[api];
	watch.start();
	const { outcomes, halt } = batchOutcome(batch, reply);
	const answer = readAnswer(body);
	if (answer !== null) {
		readAccount(answer, httpStatus, api);
		readSimulateAnswer(answer, httpStatus, api);
	}
	providerData(reply);
	if (watch.over(body.length)) throw new Error(`It takes ${watch.last} ms`);

	const statuses = new Set<string>(outcomes.map(({ status }) => status));
	if (outcomes.length !== batch.recipients.length) throw new Error('An outcome is missing');
	for (const outcome of outcomes) {
		if (!STATUSES.includes(outcome.status)) throw new Error(`Status ${outcome.status}`);
		if (typeof outcome.statusText !== 'string' || outcome.statusText === '') {
			throw new Error('An outcome says nothing');
		}
		if (outcome.statusText.length > 2_000) throw new Error('An outcome says too much');
		if (JSON.stringify(outcome).includes('undefined')) throw new Error('A key has no value');
		for (const number of [outcome.statusCode, outcome.creditsLeft, outcome.balance, outcome.cost]) {
			if (number !== null && !Number.isFinite(number)) throw new Error(`Number ${String(number)}`);
		}
	}
	if (halt !== null && halt.what.length > 2_000) throw new Error('The reason to halt is too long');
	if (isHalf && httpStatus < 300 && (statuses.size !== 1 || !statuses.has('unknown'))) {
		throw new Error(`Half an answer gave ${[...statuses].join()}`);
	}
	if (httpStatus >= 500 && !(httpStatus === 503 && reply.retryAfterMs !== null)) {
		if (statuses.size !== 1 || !statuses.has('unknown')) throw new Error('A 5xx is certain');
	}
	if (isPolluted()) throw new Error('Objects inherit something');
	return statuses;
}

test(`${fuzzCount} generated answers: one honest outcome per recipient, never a crash or a hang`, () => {
	const seen = new Map<string, number>();
	for (let index = 0; index < fuzzCount; index++) {
		let statuses;
		try {
			statuses = check(index);
		} catch (error) {
			throw new Error(`Answer ${index} of seed ${fuzzSeed}`, { cause: error });
		}
		for (const status of statuses) seen.set(status, (seen.get(status) ?? 0) + 1);
	}
	process.stdout.write(
		`Fuzzed ${fuzzCount} answers (seed ${fuzzSeed}): ${JSON.stringify(Object.fromEntries(seen))}, slowest ${watch.slowest} ms of processor time\n`,
	);
	// Each kind of outcome was reached, or the generator is worth nothing.
	expect([...seen.keys()].sort()).toEqual(['rejected', 'scheduled', 'sent', 'unknown']);
}, 3_600_000);
