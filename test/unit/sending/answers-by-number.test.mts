import { describe, expect, test } from '@jest/globals';

import { readSendAnswer } from '../../../nodes/shared/sending/answers.ts';
import { readAnswer } from '../../../nodes/shared/vocabulary/answers.ts';
import { A, accepted, B, C, campaign, outcomes, row } from './send-answers.mts';

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
		[
			'nothing',
			{},
			null,
			/^The SMS was sent: .*113, some numbers are invalid.*not about this number$/,
		],
		[
			'words',
			{ statusText: 'Num&eacute;ros invalides' },
			null,
			/^The SMS was sent: .*"Numéros invalides"/,
		],
		['a date', {}, '2026-05-01 10:00:00', /^The SMS is scheduled: .*not about this number$/],
	])(
		'113 with %s tells those that were accepted what it means for them',
		(_, words, date, text) => {
			const data = { status: 113, invalidNumbers: B, smsIds: [row(A, 'a')], ...words };
			expect(readSendAnswer(data, campaign([A, B], date), 200, 'v9')).toMatchObject({
				kind: 'accepted',
				statusText: expect.stringMatching(text),
			});
		},
	);

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

	test('a number without an id that is listed as invalid was refused', () => {
		expect(outcomes(accepted([row(A, '')], { invalidNumbers: A }), [A])).toEqual(['rejected']);
	});

	test('of two ids that could be its own, a number gets none', () => {
		const data = accepted([{ smsId: 'x' }, { smsId: 'y' }, row(B, 'b')]);
		expect(outcomes(data, [A, B])).toEqual(['accepted', 'b']);
	});

	test('a stranger without an id takes nobody’s place', () => {
		const data = accepted([row('33699999999', ''), row(B, 'b')]);
		expect(outcomes(data, [A, B])).toEqual(['rejected', 'b']);
	});

	test('ids outweigh a count of none', () => {
		const data = accepted([{ smsId: 'x' }, { smsId: 'y' }], { nbSms: '0' });
		expect(outcomes(data, [A, B])).toEqual(['accepted', 'accepted']);
	});

	test('columns of unequal length are no pairs', () => {
		const data = accepted({ phoneNumber: [A, B, C], smsId: ['x', 'y'] });
		expect(outcomes(data)).toEqual(['unknown', 'unknown', 'unknown']);
	});

	test.each([
		['AllMySMS refused the number: it does not exist', accepted([], { invalidNumbers: A })],
		['AllMySMS took the campaign and left this number out', accepted([row(B, 'b')])],
		['AllMySMS took the campaign, but its answer does not name this number', accepted([])],
	])('why an SMS did not leave, or may not have left, is told with what to do: %s', (why, data) => {
		const reading = readSendAnswer(data, campaign([A, B]), 200, 'v9');
		const own = reading.kind === 'accepted' ? reading.perRecipient.get(`+${A}`) : undefined;
		const problem = own && ('rejected' in own ? own.rejected : 'unknown' in own && own.unknown);
		expect(problem).toEqual({
			what: expect.stringContaining(why),
			remedy: expect.stringMatching(/'Blacklist › Check'|before you send it again/),
		});
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
