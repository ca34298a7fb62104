import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { cutIntoBatches } from '../../../nodes/shared/sending/batches.ts';
import { batchOutcome } from '../../../nodes/shared/sending/batch-outcome.ts';
import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';
import { smsTo } from './recipients.mts';

const A = '+33600000001';
const B = '+33600000002';
const batch = cutIntoBatches([smsTo(A), smsTo(B)])[0];
if (!batch) throw new Error('no batch');

const answered = (httpStatus: number, body: unknown, extra = {}): ProviderReply => ({
	kind: 'answered',
	httpStatus,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	retryAfterMs: null,
	location: null,
	...extra,
});
const statuses = (reply: ProviderReply) =>
	batchOutcome(batch, reply).outcomes.map(({ status }) => status);

const accepted = {
	status: 100,
	statusText: 'Sent',
	invalidNumbers: '',
	campaignId: 'c-1',
	credits: '340',
	smsIds: [
		{ phoneNumber: B, smsId: 'id-b' },
		{ phoneNumber: A, smsId: 'id-a' },
	],
};

describe('the outcome table', () => {
	test.each<[string, ProviderReply, string]>([
		[
			'not reached',
			{ kind: 'unreached', reason: 'no', remedy: 'Check.', mayHeal: true },
			'rejected',
		],
		['cut or silent after the request', { kind: 'uncertain', reason: 'cut' }, 'unknown'],
		['429', answered(429, ''), 'rejected'],
		['503 with Retry-After', answered(503, '', { retryAfterMs: 1000 }), 'rejected'],
		['503 without it', answered(503, ''), 'unknown'],
		['500', answered(500, accepted), 'unknown'],
		['502 with a page', answered(502, '<html>Bad gateway</html>'), 'unknown'],
		['408', answered(408, ''), 'unknown'],
		['301', answered(301, '', { location: 'https://other.example/x?apiKey=k' }), 'rejected'],
		['401', answered(401, 'no'), 'rejected'],
		['404', answered(404, '<html>Not found</html>'), 'rejected'],
		['413', answered(413, ''), 'rejected'],
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
		['303', answered(303, '', { location: 'https://o.example/' }), 'unknown'],
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

	test.each<[string, ProviderReply, string]>([
		['a login that HTTP refuses', answered(403, 'no'), 'Check both in the AllMySMS credential.'],
		['an address that is wrong', answered(404, 'no'), 'Check the Base URL'],
		['load', answered(429, ''), "Send these again later, or lower 'Requests at Once'."],
		[
			'load, and for how long',
			answered(429, '', { retryAfterMs: 1_200 }),
			'It asked to wait 2 seconds. Send these again later',
		],
	])('%s is told with what to do', (_, reply, remedy) => {
		expect(batchOutcome(batch, reply).halt?.remedy).toContain(remedy);
	});

	test('words with a full stop of their own get no second one', () => {
		const texts = [
			answered(200, { status: 142, statusText: 'No ! ' }),
			{ kind: 'uncertain', reason: 'it was cut..' } as const,
			{ kind: 'unreached', reason: 'refused.', remedy: 'Check.', mayHeal: true } as const,
		].map((reply) => batchOutcome(batch, reply).outcomes[0]?.statusText);
		expect(texts).toEqual([
			expect.stringMatching(/^Not sent: No\. \w/),
			expect.stringMatching(/: it was cut\. \w/),
			'Not sent: AllMySMS was not reached, refused. Check.',
		]);
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

	test('the target of a redirect is told without its parameters', () => {
		const text = JSON.stringify(
			batchOutcome(batch, answered(302, '', { location: 'https://o.example/x?apiKey=k' })),
		);
		expect(text).toContain('https://o.example/x');
		expect(text).not.toContain('apiKey');
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
