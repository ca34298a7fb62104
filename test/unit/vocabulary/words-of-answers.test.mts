import { describe, expect, test } from '@jest/globals';

import { canReadAnswers, readAnswer } from '../../../nodes/shared/vocabulary/answers.ts';
import { statusMeaning } from '../../../nodes/shared/vocabulary/codes.ts';
import { noReceiptYet, readReceipts } from '../../../nodes/shared/vocabulary/receipts.ts';
import { readReplies } from '../../../nodes/shared/vocabulary/replies.ts';
import { readDone, readRows } from '../../../nodes/shared/vocabulary/rows.ts';

describe('how deep an answer is', () => {
	const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

	test('100 lists in each other are read, 101 are not', () => {
		expect(readAnswer(nested(100))).not.toBeNull();
		expect(readAnswer(nested(101))).toBeNull();
		expect(readAnswer(`[${'[],{},'.repeat(200)}1]`)).not.toBeNull();
	});

	test.each([
		'['.repeat(200),
		'{'.repeat(200),
		`\\" ${'['.repeat(200)}`,
		`"\\\\ ${'{'.repeat(200)}`,
	])('brackets of a text count for nothing: %j', (text) => {
		const answer = { status: 100, statusText: text };
		expect(readAnswer(JSON.stringify(answer))).toEqual(answer);
	});

	test('whatever may be needed for an answer is at hand', () => {
		expect(canReadAnswers()).toBe(true);
	});
});

describe('what a code means', () => {
	test('only of the credit that is missing, the words of AllMySMS are told too', () => {
		expect(statusMeaning(103, 'Solde').problem).toEqual(statusMeaning(103, null).problem);
		expect(statusMeaning(104, 'Il manque 3').problem.what).toMatch(/ \(Il manque 3\)$/);
		expect(statusMeaning(104, null).problem.what).not.toContain('(');
	});

	test.each([
		[1005, 'x', 'AllMySMS could not read the request as JSON', 'Check any gateway on the way'],
		[null, null, 'AllMySMS refused the request', 'Compare the settings of the node'],
		[null, 'Non', 'Non', 'Compare the settings of the node'],
		[140, null, 'AllMySMS answered with code 140', 'Look up code 140'],
	])('%p with the words %p', (code, words, what, remedy) => {
		expect(statusMeaning(code, words).problem).toEqual({
			what,
			remedy: expect.stringContaining(remedy),
		});
	});
});

describe('what is told of a refusal', () => {
	const told = (data: Record<string, unknown>, httpStatus = 200) => {
		const reading = readRows(data, httpStatus, { rowKeys: ['phoneNumber'], listKeys: ['acks'] });
		return reading.ok ? null : reading.problem;
	};

	test.each([
		[{ status: 0 }, 200, 'AllMySMS gave no reason', ''],
		[{ status: '0', text: 'Inconnu' }, 200, 'Inconnu', ''],
		[{ status: 'KO' }, 200, 'KO', ''],
		[{ status: 'KO', statusText: 'Inconnu' }, 200, 'Inconnu', ''],
		[{}, 400, 'AllMySMS answered with HTTP 400', ''],
		[{ status: '2a' }, 200, '2a', ''],
		[{ status: 142, statusText: 'New' }, 200, 'New', ''],
		[{ status: '103' }, 200, 'The account has no SMS credit left', 'Top up the account'],
	])('%j with HTTP %i', (data, httpStatus, what, remedy) => {
		expect(told(data, httpStatus)).toMatchObject({
			what,
			remedy: remedy === '' ? '' : expect.stringContaining(remedy),
		});
	});

	test('what was done before may have been done, and what says neither yes nor no is unclear', () => {
		expect(readDone({ status: 121 }, 200)).toMatchObject({
			kind: 'unclear',
			problem: { what: 'AllMySMS says that it accepted this request before' },
		});
		expect(readDone([], 200)).toMatchObject({
			kind: 'unclear',
			problem: { what: 'The answer of AllMySMS is empty', remedy: '' },
		});
		expect(readDone({ other: 1 }, 200)).toMatchObject({
			kind: 'unclear',
			problem: { what: 'The answer of AllMySMS has no status', remedy: '' },
		});
		expect(readDone({ status: 1 }, 400).kind).toBe('refused');
		expect(readDone({ ok: 1 }, 200, ['missing', 'ok']).kind).toBe('done');
		expect(readDone({ ok: { more: 1, still: 2 } }, 200, ['missing', 'ok']).kind).toBe('done');
		for (const status of ['true', 'SUCCESS', 'Ok']) {
			expect(readDone({ status }, 200).kind).toBe('done');
		}
	});
});

describe('a delivery report', () => {
	const asked = { smsId: 'asked', campaignId: 'campaign' };
	const row = (raw: Record<string, unknown>) => {
		const reading = readReceipts({ acks: [{ phoneNumber: '33612345678', ...raw }] }, 200, asked);
		return reading.ok ? reading.value[0]?.row : undefined;
	};

	test.each([
		[{ statut: '1' }, { status: 'delivered', statusCode: 1, statusText: null, final: true }],
		[{ statut: 'Livré' }, { status: 'delivered', statusCode: null, final: true }],
		[{ comment: 'En attente' }, { status: 'sent', statusText: 'En attente', final: false }],
		[{ statusText: 'Refus&eacute;' }, { status: 'rejected', statusText: 'Refusé', final: true }],
		[
			{ statut: '9', comment: 'Failed' },
			{ status: 'undelivered', statusCode: 9 },
		],
		[{ statut: 1.5 }, { status: 'unknown', statusCode: null }],
		[{}, { status: 'unknown', statusText: 'There is no delivery report yet', final: false }],
		[{ statut: 9 }, { status: 'unknown', statusCode: 9, statusText: null }],
	])('%j', (raw, expected) => {
		expect(row(raw)).toMatchObject({ event: 'deliveryReport', ...expected });
	});

	test('names its SMS and its campaign, or those that were asked for', () => {
		expect(row({})).toMatchObject({ smsId: 'asked', campaignId: 'campaign' });
		expect(row({ smsId: 'own', campaignId: 'c' })).toMatchObject({ smsId: 'own', campaignId: 'c' });
	});

	test('that has not come yet is one that is not final', () => {
		expect(noReceiptYet('id')).toEqual({
			...row({}),
			smsId: 'id',
			campaignId: null,
			phoneNumber: null,
			receivedAt: null,
		});
	});
});

describe('equal replies', () => {
	const keys = (...dates: string[]) => {
		const mos = dates.map((receptionDate) => ({
			phoneNumber: '33612345678',
			message: 'Oui',
			receptionDate,
		}));
		const reading = readReplies({ mos }, 200, { smsId: null, campaignId: null });
		return reading.ok ? reading.value.map(({ key }) => key) : [];
	};

	test('without an id are told by their dates, and counted where these are equal', () => {
		const [first, second] = ['2026-05-01 10:00:00', '2026-05-01 11:00:00'];
		expect(new Set(keys(first, first, first, second)).size).toBe(4);
		expect(keys(second)).toEqual([keys(first, second)[1]]);
	});
});
