import { describe, expect, test } from '@jest/globals';

import { smsRow } from '../../../nodes/shared/sending/output.ts';
import { rejected, type Outcome } from '../../../nodes/shared/sending/recipient.ts';
import { request, smsTo } from './recipients.mts';

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

describe('smsRow', () => {
	test('has exactly the keys of the contract, null where there is no value', () => {
		const item = smsRow({
			recipient: smsTo('+33600000001'),
			outcome: rejected({ what: 'no', remedy: '' }),
		});
		expect(Object.keys(item)).toEqual(KEYS);
		expect(item).toMatchObject({
			statusCode: null,
			smsId: null,
			campaignName: null,
			balance: null,
		});
	});

	test('tells the price of a request by REST', () => {
		const recipient = smsTo('+33600000001', { request: { ...request, api: 'rest' } });
		const outcome: Outcome = {
			...rejected({ what: 'ok', remedy: '' }),
			status: 'sent',
			cost: 0.05,
		};
		expect(smsRow({ recipient, outcome })).toMatchObject({ cost: 0.05 });
		expect(smsRow({ recipient, outcome: rejected({ what: 'no', remedy: '' }) })).toMatchObject({
			cost: null,
		});
	});

	test("counts the segments of the recipient's own text", () => {
		const text = 'é'.repeat(161);
		const recipient = smsTo('+33600000001', { text, template: '#param_1#', values: [text] });
		expect(smsRow({ recipient, outcome: rejected({ what: 'no', remedy: '' }) })).toMatchObject({
			encoding: 'GSM-7',
			segments: 2,
		});
	});
});
