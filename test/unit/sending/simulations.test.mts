import { describe, expect, test } from '@jest/globals';

import { planSimulations } from '../../../nodes/shared/sending/simulations.ts';
import { badNumber, request, smsTo } from './recipients.mts';

describe('planSimulations', () => {
	test('equal texts of several items are one campaign, with the bad number told', () => {
		const lines = [smsTo('+33600000001', {}, 0), badNumber('12', 1), smsTo('+33600000002', {}, 2)];
		const [campaign, ...rest] = planSimulations(lines);
		expect(rest).toEqual([]);
		expect(campaign).toMatchObject({ notNumbers: ['12'], itemIndexes: [0, 1, 2] });
		expect(campaign?.batch?.recipients.map(({ to }) => to)).toEqual([
			'+33600000001',
			'+33600000002',
		]);
	});

	test('a campaign that is cut tells a bad number once', () => {
		const small = { request: { ...request, batchSize: 1 } };
		const lines = [
			smsTo('+33600000001', small, 0),
			smsTo('+33600000002', small, 1),
			badNumber('12', 2, small),
		];
		expect(planSimulations(lines)).toMatchObject([
			{ notNumbers: ['12'], itemIndexes: [0, 2] },
			{ notNumbers: [], itemIndexes: [1] },
		]);
	});

	test('where no number can be texted there is nothing to ask', () => {
		expect(planSimulations([badNumber('12', 0), badNumber('13', 0)])).toMatchObject([
			{ batch: null, notNumbers: ['12', '13'], itemIndexes: [0] },
		]);
	});

	test('another text is another campaign', () => {
		const lines = [smsTo('+33600000001', {}, 0), smsTo('+33600000001', { text: 'Bye' }, 1)];
		expect(planSimulations(lines).map((campaign) => campaign.itemIndexes)).toEqual([[0], [1]]);
	});
});
