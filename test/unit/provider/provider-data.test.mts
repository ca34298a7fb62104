import { describe, expect, test } from '@jest/globals';

import { providerData } from '../../../nodes/shared/provider/provider-answer.ts';
import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';

const answered = (
	httpStatus: number,
	body: string,
	retryAfterMs: number | null = null,
): ProviderReply => ({ kind: 'answered', httpStatus, body, retryAfterMs, location: null });

const HTML = '<html><body>Bad gateway</body></html>';

describe('providerData', () => {
	test.each([200, 201])('the data of HTTP %i', (httpStatus) => {
		expect(providerData(answered(httpStatus, '{"acks":[]}'))).toEqual({
			ok: true,
			value: { httpStatus, data: { acks: [] } },
		});
	});

	test('a readable refusal goes to the caller, who knows its codes', () => {
		expect(providerData(answered(400, '{"code":1005}'))).toMatchObject({
			ok: true,
			value: { httpStatus: 400, data: { code: 1005 } },
		});
	});

	test.each([
		['a refused login, readable or not', answered(401, '{"code":1}'), /login or the API key/],
		['the same with 403', answered(403, HTML), /login or the API key/],
		['the same with 403, readable', answered(403, '{"code":1}'), /login or the API key/],
		['an error of the server', answered(502, '{"status":100}'), /^AllMySMS answered with HTTP 502/],
		['the first of them', answered(500, '{"status":100}'), /^AllMySMS answered with HTTP 500/],
		['a redirect with an answer', answered(300, '{"status":100}'), /^The address .* HTTP 300/],
		['the last of them', answered(399, '{"status":100}'), /^The address .* HTTP 399/],
		['too many requests', answered(429, ''), /busy/],
		['a server that asks to wait', answered(503, '', 1_000), /busy/],
		['a redirect', answered(301, ''), /HTTP 301/],
		['a page that is not there', answered(404, HTML), /HTTP 404/],
		['a page instead of an answer', answered(200, HTML), /not from AllMySMS/],
		['half an answer', answered(200, '{"acks":['), /not from AllMySMS/],
		['no answer', { kind: 'uncertain', reason: 'it was reset' }, /no answer: it was reset/],
		[
			'no connection',
			{ kind: 'unreached', reason: 'no route', remedy: 'Check the network.', mayHeal: true },
			/not reached: no route/,
		],
	] satisfies Array<[string, ProviderReply, RegExp]>)('%s', (_, reply, what) => {
		const data = providerData(reply);
		expect(data).toMatchObject({ ok: false, problem: { what: expect.stringMatching(what) } });
		expect(data.ok || data.problem.remedy).toMatch(/^[A-Z].*\.$/);
	});
});
