import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readSendAnswer } from '../../../nodes/shared/sending/answers.ts';
import type { Batch } from '../../../nodes/shared/sending/batches.ts';
import { readAnswer, type AnswerData } from '../../../nodes/shared/vocabulary/answers.ts';
import { settings, smsTo } from './recipients.mts';

const A = '33600000001';
const B = '33600000002';
const C = '33600000003';

function campaign(phones: string[], date: string | null = null): Batch {
	const recipients = phones.map((digits) =>
		smsTo(`+${digits}`, { settings: { ...settings, date } }),
	);
	return { message: smsTo('', { settings: { ...settings, date } }).message, recipients };
}

const row = (phoneNumber: unknown, smsId: unknown = `id-${String(phoneNumber)}`) => ({
	phoneNumber,
	smsId,
});

/** `id`, `rejected`, `unknown` or `accepted` for each number. */
function outcomes(data: AnswerData, phones = [A, B, C], api: 'v9' | 'rest' = 'v9'): string[] {
	const reading = readSendAnswer(data, campaign(phones), 200, api);
	if (reading.kind !== 'accepted') return [reading.kind];
	return phones.map((phone) => {
		const own = reading.perRecipient.get(`+${phone}`);
		if (!own) return 'missing';
		if ('smsId' in own) return own.smsId ?? 'accepted';
		return 'rejected' in own ? 'rejected' : 'unknown';
	});
}

const accepted = (smsIds: unknown, more: object = {}) => ({
	status: 100,
	statusText: 'ok',
	campaignId: 'c1',
	invalidNumbers: '',
	smsIds,
	...more,
});

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
		['an object', { response: accepted([row(A, 'x')]) }],
		['a list in two objects', { a: { b: [accepted([row(A, 'x')])] } }],
		['a list', [accepted([row(A, 'x')])]],
	])('envelopes are opened: %s', (_, data) => {
		expect(outcomes(data, [A])).toEqual(['x']);
	});
});

describe('numbers are found by their digits', () => {
	test('in any order', () => {
		expect(outcomes(accepted([row(C, 'c'), row(A, 'a'), row(B, 'b')]))).toEqual(['a', 'b', 'c']);
	});

	test.each([`+${A}`, `00${A}`, '0600000001', Number(A), '06 00 00 00 01', ` ${A} `])(
		'in any spelling: %p',
		(phone) => {
			expect(outcomes(accepted([row(phone, 'x'), row(B, 'b')]), [A, B])).toEqual(['x', 'b']);
		},
	);

	test('overseas, with the code of France or their own', () => {
		const theirs = [row('33690123456', 'x'), row('262692123456', 'y')];
		expect(outcomes(accepted(theirs), ['590690123456', '262692123456'])).toEqual(['x', 'y']);
	});

	test.each([
		`${A}|${C}`,
		`${A},${C}`,
		`${A} ; +${C}`,
		[A, Number(C)],
		[{ phoneNumber: A }, { phoneNumber: C }],
		{ number: [A, C] },
	])('invalid ones too: %j', (invalidNumbers) => {
		expect(outcomes(accepted([row(B, 'b')], { invalidNumbers }))).toEqual([
			'rejected',
			'b',
			'rejected',
		]);
	});

	test('what is left out of the list was refused, and moves no other', () => {
		expect(outcomes(accepted([row(A, 'a'), row(C, 'c')]))).toEqual(['a', 'rejected', 'c']);
	});

	test('113 with a campaign is accepted for the numbers that are not invalid', () => {
		const data = accepted([row(A, 'a')], { status: 113, invalidNumbers: `${B}|${C}` });
		expect(outcomes(data)).toEqual(['a', 'rejected', 'rejected']);
		expect(outcomes({ status: 113, campaignId: 'c', invalidNumbers: B })).toEqual([
			'accepted',
			'rejected',
			'accepted',
		]);
	});

	test.each([
		[{}, null, /^The SMS was sent: .*113, some numbers are invalid.*not about this number$/],
		[{ statusText: 'Num&eacute;ros invalides' }, null, /^The SMS was sent: .*"Numéros invalides"/],
		[{}, '2026-05-01 10:00:00', /^The SMS is scheduled: .*not about this number$/],
	])('113 with %j tells those that were accepted what it means for them', (words, date, text) => {
		const data = { status: 113, invalidNumbers: B, smsIds: [row(A, 'a')], ...words };
		expect(readSendAnswer(data, campaign([A, B], date), 200, 'v9')).toMatchObject({
			kind: 'accepted',
			statusText: expect.stringMatching(text),
		});
	});

	test.each([
		[{ status: 100 }, 'The SMS was sent'],
		[{ status: 101 }, 'The SMS is scheduled'],
	])('%j without words is told of one SMS', (status, statusText) => {
		const data = { ...status, smsIds: [row(A, 'a')] };
		expect(readSendAnswer(data, campaign([A]), 200, 'v9')).toMatchObject({ statusText });
	});

	test('113 that does not say which numbers are invalid leaves all in doubt', () => {
		expect(outcomes({ status: 113, campaignId: 'c' })).toEqual(['unknown', 'unknown', 'unknown']);
	});

	test('113 of a scheduled campaign whose ids are missing leaves it in doubt', () => {
		const data = accepted([], { status: 113 });
		const reading = readSendAnswer(data, campaign([A], '2026-05-01 10:00:00'), 200, 'v9');
		expect(reading.kind === 'accepted' && reading.perRecipient.get(`+${A}`)).toHaveProperty(
			'unknown',
		);
	});

	test('an answer without ids accepts what it does not refuse', () => {
		expect(outcomes({ status: 100, invalidNumbers: B })).toEqual([
			'accepted',
			'rejected',
			'accepted',
		]);
	});

	test('an id outweighs the list of invalid numbers', () => {
		expect(outcomes(accepted([row(A, 'a')], { invalidNumbers: A }), [A])).toEqual(['a']);
	});

	test('a number that is named without an id was accepted', () => {
		expect(outcomes(accepted([row(A, ''), row(B, 'b')]), [A, B])).toEqual(['accepted', 'b']);
	});

	test('the first id of a number counts', () => {
		expect(outcomes(accepted([row(A, ''), row(A, 'one'), row(A, 'two')]), [A])).toEqual(['one']);
	});

	test('an empty list is no proof of a sent SMS, but an SMS of later has no id yet', () => {
		expect(outcomes(accepted([]), [A])).toEqual(['unknown']);
		expect(outcomes(accepted([], { nbSms: '0' }), [A])).toEqual(['rejected']);
		expect(outcomes(accepted([], { status: 101 }), [A])).toEqual(['accepted']);
	});

	test('ids whose number cannot be read may be those of the missing', () => {
		expect(outcomes(accepted([{ smsId: 'x' }]), [A])).toEqual(['x']);
		expect(outcomes(accepted([row('336XXXXXX01', 'x'), row(B, 'b')]), [A, B])).toEqual(['x', 'b']);
		expect(outcomes(accepted([{ smsId: 'x' }, { smsId: 'y' }]), [A, B])).toEqual([
			'accepted',
			'accepted',
		]);
		expect(outcomes(accepted([{ smsId: 'x' }, row(A, 'a')]))).toEqual(['a', 'unknown', 'unknown']);
	});

	test.each([
		['one object', row(A, 'a')],
		['a wrapper', { sms: [row(A, 'a'), row(B, 'b')] }],
		['a wrapper of one', { sms: row(A, 'a') }],
		['columns', { phoneNumber: [A, B], smsId: ['a', 'b'] }],
		['a map', { [A]: 'a', [B]: 'b' }],
		['a list with keys', { 0: row(A, 'a'), 1: row(B, 'b') }],
	])('%s instead of a list', (_, smsIds) => {
		expect(outcomes(accepted(smsIds), [A])).toEqual(['a']);
	});

	test.each([
		[
			'a tag for each SMS',
			`<r><status>100</status><smsIds><sms><phoneNumber>${A}</phoneNumber><smsId>a</smsId></sms><sms><phoneNumber>${B}</phoneNumber><smsId>b</smsId></sms></smsIds></r>`,
		],
		[
			'the list again for each SMS',
			`<r><status>100</status><smsIds><phoneNumber>${B}</phoneNumber><smsId>b</smsId></smsIds><smsIds><phoneNumber>${A}</phoneNumber><smsId>a</smsId></smsIds></r>`,
		],
		[
			'number and ID in turn',
			`<r><status>100</status><smsIds><phoneNumber>${A}</phoneNumber><smsId>a</smsId><phoneNumber>${B}</phoneNumber><smsId>b</smsId></smsIds></r>`,
		],
		[
			'attributes',
			`<r><status>100</status><smsIds><sms phoneNumber="${A}" smsId="a"/><sms phoneNumber="${B}" smsId="b"/></smsIds></r>`,
		],
	])('XML: %s', (_, xml) => {
		const answer = readAnswer(xml);
		expect(outcomes(answer ?? {}, [A, B])).toEqual(['a', 'b']);
	});
});

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
