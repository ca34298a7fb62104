import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';

/** Counts twice where it is done twice. */
const ADJUST = {
	resource: 'subAccount',
	operation: 'adjustCredits',
	subAccount: 'c-1',
	credits: 5,
};

const NOT_DONE = /^The credits of the sub-account "c-1" were not adjusted: /;
const UNKNOWN = /^It is not known whether the credits of the sub-account "c-1" were adjusted: /;

describeOnEachLine('what became of a change that AllMySMS says nothing of', (world) => {
	const adjusted = async () =>
		await world().engine.runAction(ADJUST, {
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});

	test.each([
		[300, NOT_DONE],
		[302, NOT_DONE],
		[401, NOT_DONE],
		[404, NOT_DONE],
		[499, NOT_DONE],
		[408, UNKNOWN],
		[500, UNKNOWN],
		[502, UNKNOWN],
		[503, UNKNOWN],
	])('HTTP %i', async (status, message) => {
		const { sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status, body: '<html></html>', times: 0 });
		expect((await adjusted()).error?.message).toMatch(message);
		// What may have been done is not done again by itself.
		expect(await sandbox.requests()).toHaveLength(message === UNKNOWN ? 1 : 2);
	});

	test('a cut after the request leaves it open, and nothing is done twice', async () => {
		const { sandbox } = world();
		await sandbox.setFaults({ kind: 'reset-after', times: 0 });
		const run = await adjusted();
		expect(run.error?.message).toMatch(UNKNOWN);
		expect(run.error?.description).toContain('doing it again would count twice');
		expect(await sandbox.requests()).toHaveLength(1);
	});

	test('an address that cannot be used is no change', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, baseUrl: 'nonsense' };
		const run = await adjusted();
		expect(run.error?.message).toMatch(NOT_DONE);
		expect(run.error?.description).toContain('Open the credential and enter an address');
		expect(await sandbox.requests()).toEqual([]);
	});
});
