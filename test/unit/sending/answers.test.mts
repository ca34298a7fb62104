import { describe, expect, test } from '@jest/globals';

import { readSendAnswer } from '../../../nodes/shared/sending/answers.ts';
import { A, accepted, campaign, outcomes, row } from './send-answers.mts';

describe('the answer as a whole', () => {
	test('all that it tells is read', () => {
		const data = accepted([row(A, 'x')], {
			status: '100',
			statusText: 'Le message a &eacute;t&eacute; envoy&eacute;',
			credits: '340',
			balance: 12.5,
			cost: '0,05',
		});
		expect(readSendAnswer(data, campaign([A]), 200, 'v9')).toEqual({
			kind: 'accepted',
			scheduled: false,
			statusCode: 100,
			statusText: 'Le message a été envoyé',
			campaignId: 'c1',
			creditsLeft: 340,
			balance: 12.5,
			cost: 0.05,
			perRecipient: new Map([[`+${A}`, { smsId: 'x' }]]),
		});
	});

	test('101 is scheduled', () => {
		const data = accepted([row(A)], { status: 101 });
		expect(readSendAnswer(data, campaign([A], '2026-05-01 10:00:00'), 200, 'v9')).toMatchObject({
			kind: 'accepted',
			scheduled: true,
			statusCode: 101,
		});
	});

	test('100 is sent, also where a date was asked', () => {
		const data = accepted([row(A)]);
		expect(readSendAnswer(data, campaign([A], '2026-05-01 10:00:00'), 200, 'v9')).toMatchObject({
			scheduled: false,
			statusText: 'ok',
		});
	});

	test('REST without a code: what has an id was accepted, and scheduled where a date was asked', () => {
		const data = { smsId: 'x', nbSms: 1, cost: 0.05, balance: 9 };
		expect(readSendAnswer(data, campaign([A]), 201, 'rest')).toMatchObject({
			kind: 'accepted',
			scheduled: false,
			cost: 0.05,
			perRecipient: new Map([[`+${A}`, { smsId: 'x' }]]),
		});
		expect(readSendAnswer(data, campaign([A], '2026-05-01 10:00:00'), 201, 'rest')).toMatchObject({
			scheduled: true,
		});
	});

	test.each([
		[{ status: 102, statusText: 'x' }, 102, true],
		[{ status: '103' }, 103, true],
		[{ status: 104 }, 104, false],
		[{ status: 114, invalidNumbers: A }, 114, false],
		[{ status: 113 }, 113, false],
		[{ status: 0, statusText: 'x' }, 0, false],
		[{ code: 1005, description: 'x' }, 1005, false],
	])('%j is a refusal', (data, statusCode, halts) => {
		expect(readSendAnswer(data, campaign([A]), 200, 'v9')).toMatchObject({
			kind: 'refused',
			statusCode,
			halts,
		});
	});

	test('a code that is in no table keeps the words of the provider', () => {
		const data = { status: 142, statusText: 'Num&eacute;ro court bloqu&eacute;' };
		expect(readSendAnswer(data, campaign([A]), 200, 'v9')).toMatchObject({
			kind: 'refused',
			statusCode: 142,
			problem: { what: 'Numéro court bloqué' },
		});
	});

	test('a refused login is told the same in both APIs', () => {
		const rest = readSendAnswer({ description: 'Unauthorized' }, campaign([A]), 401, 'rest');
		const v9 = readSendAnswer({ status: 102 }, campaign([A]), 200, 'v9');
		expect(rest).toMatchObject({ kind: 'refused', statusCode: 401, halts: true });
		expect(rest.kind === 'refused' && rest.problem).toEqual(v9.kind === 'refused' && v9.problem);
	});

	test('an error that is a list is read', () => {
		expect(readSendAnswer([{ message: 'No' }], campaign([A]), 400, 'rest')).toMatchObject({
			kind: 'refused',
			problem: { what: 'No' },
		});
	});

	test.each([
		[{}],
		[[]],
		[{ status: 'OK' }],
		[{ status: '1' }],
		[{ status: 200 }],
		[{ status: true }],
		[{ status: null }],
		[{ status: [] }],
		[{ status: {} }],
		[{ status: 'NaN' }],
	])('%j says nothing for certain', (data) => {
		expect(readSendAnswer(data, campaign([A]), 200, 'v9').kind).toBe('unreadable');
	});

	test.each([
		[200, { status: 103, smsIds: [row(A)] }],
		[400, { status: 100, smsIds: [row(A)] }],
		[404, { campaignId: 'c-1' }],
	])('HTTP %i with %j contradicts itself', (httpStatus, data) => {
		expect(readSendAnswer(data, campaign([A]), httpStatus, 'v9').kind).toBe('contradictory');
	});

	test.each([
		[200, { status: 104, smsIds: [row(A, '')] }],
		[200, { status: 104, campaignId: 'c-1' }],
		[400, { status: 104, smsIds: [] }],
	])('HTTP %i with %j names nothing that was accepted', (httpStatus, data) => {
		expect(readSendAnswer(data, campaign([A]), httpStatus, 'v9').kind).toBe('refused');
	});

	test.each([
		['an object', { response: accepted([row(A, 'x')]) }],
		['a list in two objects', { a: { b: [accepted([row(A, 'x')])] } }],
		['a list', [accepted([row(A, 'x')])]],
	])('envelopes are opened: %s', (_, data) => {
		expect(outcomes(data, [A])).toEqual(['x']);
	});
});
