import { describe, expect, test } from '@jest/globals';

import { noAnswer, type ProviderData } from '../../../nodes/shared/provider/provider-answer.ts';
import { confirmationCalls, readConfirmation } from '../../../nodes/shared/pushes/push-origin.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { RECEIPT, REPLY } from './push.mts';

const answer = (data: Record<string, unknown> | unknown[]): ProviderData => ({
	ok: true,
	value: { httpStatus: 200, data },
});

describe('what is asked', () => {
	test('a report by the id of its SMS, a reply also by its campaign', () => {
		const { smsId } = RECEIPT;
		expect(confirmationCalls(readEvent(RECEIPT))).toEqual([
			{ api: 'v9', endpoint: 'getAckBySmsId', fields: { smsId } },
		]);
		expect(confirmationCalls(readEvent(REPLY))).toEqual([
			{ api: 'v9', endpoint: 'getPullBySmsId', fields: { smsId } },
			{ api: 'v9', endpoint: 'getPull', fields: { campId: 'ap_28423' } },
		]);
	});

	test('nothing where the API cannot tell', () => {
		for (const raw of [{ click: 1 }, { status: 1, campaignId: 'c' }, { message: 'Hi' }]) {
			expect(confirmationCalls(readEvent(raw))).toEqual([]);
		}
	});
});

describe('a delivery report', () => {
	const row = { phoneNumber: '33612345678', statut: '1', comment: '', receptionDate: '' };
	test.each<[string, object, object, string]>([
		['the same', {}, row, 'confirmed'],
		['in a list', {}, { acks: [{ ...row, statut: 2 }, row] }, 'confirmed'],
		['the number in another spelling', { phoneNumber: '06 12 34 56 78' }, row, 'confirmed'],
		['handed over, delivered since', { status: '3' }, row, 'confirmed'],
		['delivered, the API knows only that it was handed over', {}, { ...row, statut: 3 }, 'refuted'],
		['handed over, the API cannot tell', { status: '3' }, { ...row, statut: 9 }, 'refuted'],
		['delivered, said in words alone', { status: '' }, row, 'confirmed'],
		['another number', { phoneNumber: '33612345679' }, row, 'refuted'],
		['no number', { phoneNumber: '' }, row, 'refuted'],
		['no number on either side', { phoneNumber: '' }, { ...row, phoneNumber: '' }, 'refuted'],
		[
			'no number on either side, but a date',
			{ phoneNumber: '' },
			{ ...row, phoneNumber: '', receptionDate: '2026-05-01 10:00:00' },
			'refuted',
		],
		['another status', { status: '2' }, row, 'refuted'],
		['an unknown status', { status: '9', statusText: '' }, row, 'refuted'],
		['another unknown one', { status: '9', statusText: '' }, { ...row, statut: 8 }, 'refuted'],
		[
			'the same unknown status',
			{ status: '9', statusText: '' },
			{ ...row, statut: 9 },
			'confirmed',
		],
		['nothing known', {}, {}, 'refuted'],
		['an empty list', {}, { acks: [] }, 'refuted'],
		['an error of the API', {}, { status: '0', statusText: 'Unknown smsId' }, 'refuted'],
		['a wrong login', {}, { status: 102, statusText: 'Bad login' }, 'unavailable'],
	])('%s', (_, changes, data, expected) => {
		const event = readEvent({ ...RECEIPT, ...changes });
		expect(readConfirmation(event, answer({ ...data }))).toBe(expected);
	});
});

describe('a reply', () => {
	const row = { phoneNumber: '33612345678', campaignId: 'ap_28423', message: 'Oui, à demain' };
	test.each<[string, object, object, string]>([
		['the same', {}, row, 'confirmed'],
		['one of several', {}, { mos: [{ ...row, message: 'Non' }, row] }, 'confirmed'],
		['beside a status', {}, { ...row, status: 'OK' }, 'confirmed'],
		['other spaces and accents', { message: ' Oui,  a\u0300 demain' }, row, 'confirmed'],
		['another text', { message: 'Non' }, row, 'refuted'],
		['another number', { phoneNumber: '33699999999' }, row, 'refuted'],
		['no number on either side', { phoneNumber: '' }, { ...row, phoneNumber: '' }, 'refuted'],
		[
			'no number on either side, but a date',
			{ phoneNumber: '' },
			{ ...row, phoneNumber: '', receptionDate: '2026-05-01 10:00:00' },
			'refuted',
		],
		['nothing known', {}, { mos: [] }, 'refuted'],
	])('%s', (_, changes, data, expected) => {
		const event = readEvent({ ...REPLY, ...changes });
		expect(readConfirmation(event, answer({ ...data }))).toBe(expected);
	});
});

test('no answer is no verdict', () => {
	const none: ProviderData = noAnswer('', '');
	expect(readConfirmation(readEvent(RECEIPT), none)).toBe('unavailable');
});
