import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readSendAnswer } from '../../../nodes/shared/sending/answers.ts';
import { A, accepted, B, C, campaign, outcomes, row } from './send-answers.mts';

describe('whatever comes', () => {
	const phones = [A, B, C];
	const hostile = fc.oneof(
		fc.anything({ maxDepth: 3 }),
		fc.constantFrom(...phones, ...phones.map(Number), '', `${A}|${B}`, '100', 113, null),
	);
	const anyRow = fc.record({ phoneNumber: hostile, smsId: hostile }, { requiredKeys: [] });
	const answers = fc.record(
		{
			status: fc.oneof(fc.constantFrom(100, '100', 101, 113), hostile),
			code: hostile,
			statusText: hostile,
			campaignId: hostile,
			invalidNumbers: fc.oneof(hostile, fc.array(hostile)),
			smsIds: fc.oneof(fc.array(anyRow), anyRow, hostile),
			credits: hostile,
			cost: hostile,
			nbSms: hostile,
		},
		{ requiredKeys: [] },
	);

	test('it is read without an exception, and every number gets one meaning', () => {
		fc.assert(
			fc.property(answers, fc.constantFrom(200, 201, 400, 401), (data, httpStatus) => {
				for (const api of ['v9', 'rest'] as const) {
					const reading = readSendAnswer(data, campaign(phones), httpStatus, api);
					if (reading.kind === 'accepted') {
						expect([...reading.perRecipient.keys()].sort()).toEqual(
							phones.map((digits) => `+${digits}`),
						);
					}
				}
			}),
			{ numRuns: 3_000 },
		);
	});

	test('an id is only ever given to the number that the answer gives it to', () => {
		const named = fc.uniqueArray(fc.constantFrom(...phones, '33699999999'), { minLength: 1 });
		fc.assert(
			fc.property(named, fc.subarray(phones), (listed, invalid) => {
				const data = accepted(
					listed.map((phone) => row(phone)),
					{ invalidNumbers: invalid.join('|') },
				);
				const spare = listed.includes('33699999999');
				outcomes(data).forEach((outcome, index) => {
					const phone = phones[index] ?? '';
					if (listed.includes(phone)) expect(outcome).toBe(`id-${phone}`);
					else if (invalid.includes(phone)) expect(outcome).toBe('rejected');
					else if (!spare) expect(outcome).toBe('rejected');
				});
			}),
		);
	});

	test('one of 2,000 numbers that is listed as invalid is found', () => {
		const many = Array.from({ length: 2_000 }, (_, index) => `336${10_000_000 + index}`);
		const data = accepted(
			many.slice(1).map((phone) => row(phone)),
			{ invalidNumbers: many[0] },
		);
		expect(outcomes(data, many)).toEqual([
			'rejected',
			...many.slice(1).map((phone) => `id-${phone}`),
		]);
	});
});
