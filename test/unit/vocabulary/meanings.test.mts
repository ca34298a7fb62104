import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readAccount } from '../../../nodes/shared/vocabulary/accounts.ts';
import { readSimulateAnswer } from '../../../nodes/shared/sending/simulations.ts';
import { statusCodes, statusMeaning } from '../../../nodes/shared/vocabulary/codes.ts';

describe('statusMeaning', () => {
	test('invalid numbers may be blacklisted ones, and the remedy says how to tell', () => {
		expect(statusMeaning(113, null).problem.remedy).toContain("'Blacklist › Check'");
	});

	test('the whole table of the provider has a text that says what to do', () => {
		expect(statusCodes).toEqual([...Array.from({ length: 19 }, (_, index) => 100 + index), 121]);
		for (const code of statusCodes) {
			const { what, remedy } = statusMeaning(code, null).problem;
			expect(what).toMatch(/^[A-Z].{8,}[^.]$/);
			expect(remedy).toMatch(/^[A-Z].{8,}\.$/);
		}
	});

	test('only what every request would meet stops the others', () => {
		expect(statusCodes.filter((code) => statusMeaning(code, null).halts)).toEqual([102, 103]);
	});

	test('the credits that are needed and there are told', () => {
		expect(
			statusMeaning(104, 'A utiliser: 30 Crédits, Disponibles: 15 Crédits').problem.what,
		).toContain('Disponibles: 15');
	});

	test('an unknown code keeps the words of the provider, or names the code', () => {
		expect(statusMeaning(140, 'Opérateur en panne').problem).toMatchObject({
			what: 'Opérateur en panne',
			remedy: expect.stringContaining('140'),
		});
		expect(statusMeaning(140, null).problem.what).toContain('140');
	});
});

describe('readSimulateAnswer', () => {
	test.each([
		[
			{ status: 100, nbCredits: '30', nbSms: '2', invalidNumbers: '0600000001|33600000002' },
			{ kind: 'counted', credits: 30, invalidNumbers: ['+33600000001', '+33600000002'] },
		],
		[
			{ status: 113, nbCredits: 15, invalidNumbers: '' },
			{ kind: 'counted', credits: 15, invalidNumbers: [] },
		],
		[{ status: 103 }, { kind: 'refused', statusCode: 103 }],
		[{}, { kind: 'unreadable' }],
		[[], { kind: 'unreadable' }],
	])('%j is read as %j', (data, expected) => {
		expect(readSimulateAnswer(data, 200, 'v9')).toMatchObject(expected);
	});

	test('REST counts in euro', () => {
		expect(readSimulateAnswer({ code: 100, nbSms: 1, cost: 0.05 }, 201, 'rest')).toEqual({
			kind: 'counted',
			credits: null,
			cost: 0.05,
			invalidNumbers: [],
		});
	});
});

describe('readAccount', () => {
	const info = {
		status: 'Active Account',
		credits: '340',
		apiKey: 'secret-key',
		lastName: 'Doe',
		firstName: 'Jo',
		society: 'Shop',
		email: 'jo@example.com',
		nbSms: '22',
		balance: 12.5,
	};

	test('v9.0: the API key stays behind', () => {
		const reading = readAccount(info, 200, 'v9');
		expect(reading).toEqual({
			ok: true,
			value: {
				email: 'jo@example.com',
				firstName: 'Jo',
				lastName: 'Doe',
				company: 'Shop',
				status: 'Active Account',
				credits: 340,
				balance: 12.5,
				smsLeft: 22,
				country: null,
			},
		});
		expect(JSON.stringify(reading)).not.toContain('secret-key');
	});

	test('REST', () => {
		const data = {
			code: 100,
			description: 'OK',
			balance: 3,
			company: 'Shop',
			referenceCountryIso: 'FR',
		};
		expect(readAccount(data, 200, 'rest')).toMatchObject({
			ok: true,
			value: { status: 'OK', balance: 3, company: 'Shop', country: 'FR', email: null },
		});
	});

	test.each([
		[{ status: 102, statusText: 'x' }, 200, /does not know this login/],
		[{ status: '0', statusText: 'x' }, 200, /^x$/],
		[{ message: 'no' }, 403, /does not know this login/],
		[{ hello: 'world' }, 200, /has no status/],
		[[], 200, /is empty/],
	])('%j with HTTP %i', (data, httpStatus, expected) => {
		expect(readAccount(data, httpStatus, 'v9')).toMatchObject({
			ok: false,
			problem: { what: expect.stringMatching(expected) },
		});
	});

	test.each(['', '1', 'OK', 100, null])('status %p beside an account is no refusal', (status) => {
		expect(readAccount({ ...info, status }, 200, 'v9').ok).toBe(true);
	});

	test('whatever comes, nothing throws', () => {
		const answers = fc.oneof(
			fc.array(fc.anything()),
			fc.dictionary(
				fc.constantFrom('status', 'code', 'credits', 'email', 'invalidNumbers', 'nbCredits', 'x'),
				fc.anything(),
			),
		);
		fc.assert(
			fc.property(answers, (data) => {
				expect(readAccount(data, 200, 'v9')).toHaveProperty('ok');
				expect(readSimulateAnswer(data, 200, 'rest')).toHaveProperty('kind');
			}),
		);
	});
});
