import { describe, expect, test } from '@jest/globals';

import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';
import { batchOutcome } from '../../../nodes/shared/sending/batch-outcome.ts';
import { accepted, answered, batch } from './wire-replies.mts';

describe('what an outcome says', () => {
	test.each<[string, ProviderReply, string]>([
		['a key that HTTP refuses', answered(401, 'no'), 'Check both in the AllMySMS credential.'],
		['a login that HTTP refuses', answered(403, 'no'), 'Check both in the AllMySMS credential.'],
		['a redirect', answered(300, ''), 'Enter the final address as Base URL'],
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

	test.each<[ProviderReply, string]>([
		[answered(401, 'no'), 'AllMySMS refused the login or the API key (HTTP 401)'],
		[answered(404, 'no'), 'the address refused the request (HTTP 404)'],
		[answered(301, ''), 'the address answered with a redirect.'],
		[answered(302, '', { location: 'https://o.example/' }), 'a redirect to https://o.example/.'],
		[answered(303, ''), 'the address took the request and pointed elsewhere for its answer'],
		[answered(429, ''), 'because it is busy. Send these again later'],
		[answered(500, ''), 'AllMySMS answered with HTTP 500'],
		[answered(200, '<html>'), 'the answer of AllMySMS could not be read'],
		[answered(200, []), 'the answer of AllMySMS is empty'],
		[answered(400, accepted), 'AllMySMS refused the request, but names SMS that it accepted'],
	])('%j is told in words', (reply, words) => {
		expect(batchOutcome(batch, reply).outcomes[0]?.statusText).toContain(words);
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

	test('the target of a redirect is told without its parameters', () => {
		const text = JSON.stringify(
			batchOutcome(batch, answered(302, '', { location: 'https://o.example/x?apiKey=k' })),
		);
		expect(text).toContain('https://o.example/x');
		expect(text).not.toContain('apiKey');
	});
});
