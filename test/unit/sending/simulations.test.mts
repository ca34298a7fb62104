import { describe, expect, test } from '@jest/globals';

import { planSimulations } from '../../../nodes/shared/sending/simulations.ts';
import { badLine, lineFor, plannedSms } from './planned-sms.mts';

describe('planSimulations', () => {
	test('equal texts of several items are one campaign, with the bad number told', () => {
		const lines = [
			lineFor(plannedSms('+33600000001'), 0),
			badLine('12', 1),
			lineFor(plannedSms('+33600000002'), 2),
		];
		const [campaign, ...rest] = planSimulations(lines);
		expect(rest).toEqual([]);
		expect(campaign).toMatchObject({ notNumbers: ['12'], itemIndexes: [0, 1, 2] });
		expect(campaign?.batch?.members.map((sms) => sms.to)).toEqual(['+33600000001', '+33600000002']);
	});

	test('a campaign that is cut tells a bad number once', () => {
		const small = { request: { ...plannedSms('').request, batchSize: 1 } };
		const lines = [
			lineFor(plannedSms('+33600000001', small), 0),
			lineFor(plannedSms('+33600000002', small), 1),
			badLine('12', 2, plannedSms('', small)),
		];
		expect(planSimulations(lines)).toMatchObject([
			{ notNumbers: ['12'], itemIndexes: [0, 2] },
			{ notNumbers: [], itemIndexes: [1] },
		]);
	});

	test('where no number can be texted there is nothing to ask', () => {
		expect(planSimulations([badLine('12', 0), badLine('13', 0)])).toMatchObject([
			{ batch: null, notNumbers: ['12', '13'], itemIndexes: [0] },
		]);
	});

	test('another text is another campaign', () => {
		const lines = [
			lineFor(plannedSms('+33600000001'), 0),
			lineFor(plannedSms('+33600000001', { message: 'Bye' }), 1),
		];
		expect(planSimulations(lines).map((campaign) => campaign.itemIndexes)).toEqual([[0], [1]]);
	});
});
