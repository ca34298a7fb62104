import { describe, expect, test } from '@jest/globals';

import { smsItem } from '../../../nodes/shared/sending/sms-item.ts';
import { rejected, type Outcome } from '../../../nodes/shared/sending/outcome.ts';
import { lineFor, plannedSms } from './planned-sms.mts';

const KEYS = [
	'to',
	'status',
	'statusCode',
	'statusText',
	'smsId',
	'campaignId',
	'campaignName',
	'scheduledFor',
	'encoding',
	'segments',
	'creditsLeft',
	'balance',
];

describe('smsItem', () => {
	test('has exactly the keys of the contract, null where there is no value', () => {
		const item = smsItem(
			lineFor(plannedSms('+33600000001'), 0),
			rejected({ what: 'no', remedy: '' }),
		);
		expect(Object.keys(item)).toEqual(KEYS);
		expect(item).toMatchObject({
			statusCode: null,
			smsId: null,
			campaignName: null,
			balance: null,
		});
	});

	test('tells the price of a request by REST', () => {
		const { request } = plannedSms('');
		const sms = plannedSms('+33600000001', { request: { ...request, api: 'rest' } });
		const outcome: Outcome = {
			...rejected({ what: 'ok', remedy: '' }),
			status: 'sent',
			cost: 0.05,
		};
		expect(smsItem(lineFor(sms, 0), outcome)).toMatchObject({ cost: 0.05 });
		expect(smsItem(lineFor(sms, 0), rejected({ what: 'no', remedy: '' }))).toMatchObject({
			cost: null,
		});
	});

	test("counts the segments of the recipient's own text", () => {
		const text = 'é'.repeat(161);
		const sms = plannedSms('+33600000001', { text, message: '#param_1#', values: [text] });
		expect(smsItem(lineFor(sms, 0), rejected({ what: 'no', remedy: '' }))).toMatchObject({
			encoding: 'GSM-7',
			segments: 2,
		});
	});
});
