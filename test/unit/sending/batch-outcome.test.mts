import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';
import { batchOutcome } from '../../../nodes/shared/sending/batch-outcome.ts';
import { A, accepted, answered, batch } from './wire-replies.mts';

const statuses = (reply: ProviderReply) =>
	batchOutcome(batch, reply).outcomes.map(({ status }) => status);

describe('the outcome table', () => {
	test.each<[string, ProviderReply, string]>([
		[
			'not reached',
			{ kind: 'unreached', reason: 'no', remedy: 'Check.', mayHeal: true },
			'rejected',
		],
		['cut or silent after the request', { kind: 'uncertain', reason: 'cut' }, 'unknown'],
		['429, too many requests', answered(429, ''), 'rejected'],
		['503 with Retry-After', answered(503, '', { retryAfterMs: 1000 }), 'rejected'],
		['503 without it', answered(503, ''), 'unknown'],
		['500 that names accepted SMS', answered(500, accepted), 'unknown'],
		['502 with a page', answered(502, '<html>Bad gateway</html>'), 'unknown'],
		['408, too slow', answered(408, ''), 'unknown'],
		[
			'301 to another place',
			answered(301, '', { location: 'https://other.example/x?apiKey=k' }),
			'rejected',
		],
		['401, not known', answered(401, 'no'), 'rejected'],
		['404 with a page', answered(404, '<html>Not found</html>'), 'rejected'],
		['413, too large', answered(413, ''), 'rejected'],
		['400 with a code', answered(400, { code: 1005, description: 'Not JSON' }), 'rejected'],
		['400 that names accepted SMS', answered(400, accepted), 'unknown'],
		['422 with a code and ids', answered(422, { ...accepted, status: 107 }), 'unknown'],
		['400 that names a campaign', answered(400, { campaignId: 'c-1' }), 'unknown'],
		['200 with a refusal and ids', answered(200, { ...accepted, status: 104 }), 'unknown'],
		[
			'200 that counts no SMS',
			answered(200, { status: 100, campaignId: 'c', nbSms: '0' }),
			'rejected',
		],
		['303 to another place', answered(303, '', { location: 'https://o.example/' }), 'unknown'],
		['200 and accepted', answered(200, accepted), 'sent'],
		['200 and scheduled', answered(200, { ...accepted, status: '101' }), 'scheduled'],
		['200 and half a JSON', answered(200, JSON.stringify(accepted).slice(0, 80)), 'unknown'],
		['200 and a page', answered(200, '<html>Maintenance</html>'), 'unknown'],
		['200 and nothing', answered(200, ''), 'unknown'],
		['200 and a wrong login', answered(200, { status: 102 }), 'rejected'],
		['200 and no credit', answered(200, { status: '103' }), 'rejected'],
		['200 and an unknown code', answered(200, { status: 142, statusText: 'New' }), 'rejected'],
		['200 and a code from nowhere', answered(200, { status: 7 }), 'unknown'],
	])('%s', (_, reply, status) => {
		expect(statuses(reply)).toEqual([status, status]);
	});

	test('ids are found by number, never by place', () => {
		expect(batchOutcome(batch, answered(200, accepted)).outcomes).toMatchObject([
			{ smsId: 'id-a', campaignId: 'c-1', creditsLeft: 340 },
			{ smsId: 'id-b', campaignId: 'c-1', creditsLeft: 340 },
		]);
	});

	test('a number that is missing from the ids is not sent, the others are', () => {
		const reply = answered(200, {
			...accepted,
			invalidNumbers: A,
			smsIds: accepted.smsIds.slice(0, 1),
		});
		expect(statuses(reply)).toEqual(['rejected', 'sent']);
		expect(batchOutcome(batch, reply).outcomes[0]).toMatchObject({
			statusCode: null,
			smsId: null,
			campaignId: null,
			creditsLeft: 340,
		});
	});

	test.each<[string, ProviderReply, boolean]>([
		['not reached', { kind: 'unreached', reason: 'no', remedy: 'Check.', mayHeal: true }, true],
		['cut', { kind: 'uncertain', reason: 'cut' }, false],
		['429', answered(429, ''), true],
		['503 with Retry-After', answered(503, '', { retryAfterMs: 1000 }), true],
		['503 without it', answered(503, ''), false],
		['301', answered(301, ''), true],
		['303', answered(303, ''), false],
		['401', answered(401, 'no'), true],
		['403', answered(403, 'no'), true],
		['404', answered(404, 'no'), true],
		['400 and an empty list', answered(400, []), true],
		['400 with a code', answered(400, { code: 1005 }), false],
		['400 that names accepted SMS', answered(400, accepted), false],
		['200 and accepted', answered(200, accepted), false],
		['200 and a page', answered(200, '<html>Maintenance</html>'), false],
		['121', answered(200, { status: 121 }), false],
	])('%s: whether the other requests would meet the same end', (_, reply, stops) => {
		const { halt, outcomes } = batchOutcome(batch, reply);
		expect(halt !== null).toBe(stops);
		if (halt) expect(outcomes.map(({ problem }) => problem)).toEqual([halt, halt]);
	});

	test('of 113, a number that was refused has the code', () => {
		const reply = answered(200, { ...accepted, status: 113, invalidNumbers: A, smsIds: [] });
		expect(batchOutcome(batch, reply).outcomes[0]).toMatchObject({
			status: 'rejected',
			statusCode: 113,
		});
	});

	test('a number in doubt keeps what the answer says of the campaign', () => {
		const reply = answered(200, {
			...accepted,
			cost: '0.1',
			balance: 9,
			smsIds: [{ smsId: 'x' }, { smsId: 'y' }, { smsId: 'z' }].slice(0, 1),
		});
		const { outcomes } = batchOutcome(batch, reply);
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({
				status: 'unknown',
				statusCode: 100,
				smsId: null,
				campaignId: 'c-1',
				creditsLeft: 340,
				balance: 9,
				cost: 0.1,
			});
			expect(outcome.statusText).toContain('It is not known whether the SMS left');
			expect(outcome.problem?.remedy).toContain('Look at the campaign');
		}
	});

	test.each([
		[102, true],
		[103, true],
		[104, false],
		[110, false],
		[113, false],
	])('status %i stops the other requests: %s', (status, stops) => {
		expect(batchOutcome(batch, answered(200, { status })).halt !== null).toBe(stops);
	});

	test('any answer gives one outcome per SMS, and never "sent" without a sign of acceptance', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 200, max: 599 }),
				fc.oneof(fc.string(), fc.json()),
				(httpStatus, body) => {
					const { outcomes } = batchOutcome(batch, answered(httpStatus, body));
					expect(outcomes).toHaveLength(2);
					const isTold = /100|101|smsId|campaignId|campId/.test(body);
					if (!isTold) expect(outcomes.map(({ status }) => status)).not.toContain('sent');
					for (const { statusText } of outcomes) expect(statusText).not.toBe('');
				},
			),
			{ numRuns: 2000 },
		);
	});
});
