import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { batchOutcome } from '../../../nodes/shared/sending/batch-outcome.ts';
import { cutIntoBatches } from '../../../nodes/shared/sending/batches.ts';
import { mayHaveLeft } from '../../../nodes/shared/sending/recipient.ts';
import { smsTo, request, settings } from './recipients.mts';

const A = '+33600000001';
const B = '+33600000002';

function outcomesOf(
	httpStatus: number,
	body: unknown,
	change: { api?: 'v9' | 'rest'; uniqueIdentifier?: string; extraFields?: object } = {},
) {
	const { api = 'v9', uniqueIdentifier = null, extraFields = {} } = change;
	const [batch] = cutIntoBatches(
		[A, B].map((to) =>
			smsTo(to, {
				request: { ...request, api },
				settings: { ...settings, uniqueIdentifier, extraFields: { ...extraFields } },
			}),
		),
	);
	if (!batch) throw new Error('no batch');
	return batchOutcome(batch, {
		kind: 'answered',
		httpStatus,
		body: typeof body === 'string' ? body : JSON.stringify(body),
		retryAfterMs: null,
		location: null,
	});
}

const statusOf = (...given: Parameters<typeof outcomesOf>) => {
	const { outcomes, halt } = outcomesOf(...given);
	expect(outcomes).toHaveLength(2);
	expect(outcomes[0]).toEqual(outcomes[1]);
	return [outcomes[0]?.status, halt];
};

const rest = { api: 'rest' } as const;
const keyed = { ...rest, uniqueIdentifier: 'order-1' };

describe('what the provider says that it accepted before', () => {
	test.each([
		['v9.0', 200, { status: 121, statusText: 'Déjà transmis' }, {}],
		['v9.0 as text', 200, { status: '121' }, {}],
		['v9.0 in XML', 200, '<DATA><status>121</status></DATA>', {}],
		['REST', 200, { code: 121 }, rest],
		['REST as v9.0 says it', 200, { status: 121 }, rest],
		[
			'with ids of the first time',
			200,
			{ status: 121, smsIds: [{ phoneNumber: A, smsId: 'a' }] },
			{},
		],
		...[201, 302, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503].map(
			(http) => [`with HTTP ${http}`, http, { code: 121 }, rest] as const,
		),
		['an identifier, HTTP 409', 409, { code: 1006, description: 'Conflict' }, keyed],
		['an identifier, words', 400, { code: 1006, description: 'Already used' }, keyed],
		['an identifier, French words', 400, { description: 'Identifiant déjà utilisé' }, keyed],
		['an identifier, a duplicate', 422, { description: 'Duplicate uniqueIdentifier' }, keyed],
		['an identifier, HTTP 200', 200, { code: 1010, description: 'It was already sent' }, keyed],
		[
			'an identifier of the extra fields',
			409,
			{ description: 'Conflict' },
			{ ...rest, extraFields: { uniqueIdentifier: 'x' } },
		],
		['a word between', 400, { description: 'Has already been used' }, keyed],
		['a word between, without an identifier', 400, { description: 'Already been sent' }, rest],
		[
			'an identifier with blanks and a line',
			409,
			{ description: 'Conflict' },
			{ ...rest, extraFields: { ' unique_Identifier ': 'x' } },
		],
		['words without an identifier', 400, { description: 'Message already sent' }, rest],
		['French ones', 200, { status: 142, statusText: 'Message déjà transmis' }, {}],
	])('%s', (_, http, body, change) => {
		expect(statusOf(http, body, change)).toEqual(['skipped', null]);
	});

	test.each([
		['a conflict without an identifier', 409, { description: 'Conflict' }, rest, 'rejected'],
		['words about something else', 400, { description: 'Login already used' }, rest, 'rejected'],
		['a date', 400, { description: 'The date has already passed' }, keyed, 'rejected'],
		['a code of the table', 400, { code: 115, description: 'Already used' }, keyed, 'rejected'],
		['a page', 409, '<html>Conflict</html>', keyed, 'unknown'],
		['a page without an identifier', 409, '<html>Conflict</html>', rest, 'rejected'],
		['a failure of the server', 500, { description: 'Already used' }, keyed, 'unknown'],
		['for load', 429, { description: 'Already sent too much' }, keyed, 'rejected'],
		['a time limit', 408, { description: 'Already used' }, keyed, 'unknown'],
		['words that refuse nothing', 200, { description: 'Already sent', nbSms: 1 }, rest, 'unknown'],
		['a page that is no conflict', 404, '<html>Not found</html>', keyed, 'rejected'],
		[
			'a field with a name like it',
			409,
			{ description: 'Conflict' },
			{ ...rest, extraFields: { noUniqueIdentifier: 'x', uniqueIdentifiers: 'x' } },
			'rejected',
		],
		['accepted', 201, { code: 100, description: 'Already sent', campaignId: 'c' }, keyed, 'sent'],
	])('not %s', (_, http, body, change, status) => {
		expect(statusOf(http, body, change)[0]).toBe(status);
	});

	test('the text says where to look, with the words of the provider', () => {
		const body = { status: 121, statusText: 'D&eacute;j&agrave; transmis', campaignId: 'c-1' };
		expect(outcomesOf(200, body).outcomes[0]).toMatchObject({
			statusCode: 121,
			campaignId: 'c-1',
			statusText:
				'Not sent again: AllMySMS says that it accepted this request before ("Déjà transmis"). Look at the campaign in the AllMySMS client area.',
		});
		expect(outcomesOf(200, { status: 121 }).outcomes[0]?.statusText).toContain(
			'accepted this request before. Look',
		);
		expect(outcomesOf(409, { code: 1006 }, keyed).outcomes[0]).toMatchObject({ statusCode: 1006 });
		expect(outcomesOf(409, { description: 'No' }, keyed).outcomes[0]?.statusCode).toBe(409);
	});

	test('with code 121 nothing may be sent again, whatever stands around it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 200, max: 599 }),
				fc.constantFrom('status', 'code'),
				fc.constantFrom(121, '121', ' 121 '),
				fc.dictionary(fc.string(), fc.jsonValue()),
				fc.constantFrom({}, rest, keyed),
				(http, name, code, more, change) => {
					const body = {
						...more,
						[name === 'status' ? 'code' : 'status']: undefined,
						[name]: code,
					};
					const { outcomes } = outcomesOf(http, body, change);
					expect(outcomes.every(mayHaveLeft)).toBe(true);
				},
			),
		);
	});
});
