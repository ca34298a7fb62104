import { describe, expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { answerWith } from './sandbox-answers.mts';
import { creating, logins, PASSWORD, seenOf, sentData } from './sub-account-orders.mts';

describeOnEachLine('sub-accounts', (world) => {
	describe('update', () => {
		test('sends ACTIVE and the mobile number as AllMySMS wants it, and no field of "create"', async () => {
			const { engine, sandbox } = world();
			await engine.runAction(creating(), { items: logins('shop-lyon') });
			const run = await engine.runAction({
				resource: 'subAccount',
				operation: 'update',
				subAccount: { __rl: true, mode: 'list', value: 'shop-lyon' },
				updateFields: { active: '={{ "no" }}', mobile: '06 12 34 56 79', profile: 'x' },
			});
			expect(run.error).toBeNull();
			expect(await sentData(sandbox)).toEqual({ ACTIVE: '0', MOBILE: '+33612345679' });
			expect((await sandbox.requests()).at(-1)?.path).toMatch(/updateSubAccount/);
		});

		test('gives away no password in what AllMySMS says', async () => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, 'updateSubAccount', { status: '0', text: `Not ${PASSWORD}` });
			const run = await engine.runAction(
				{
					resource: 'subAccount',
					operation: 'update',
					subAccount: 'shop-lyon',
					updateFields: { password: '={{ $json.password }}' },
				},
				{ items: logins('') },
			);
			expect(run.error?.message).toContain('Not ***');
			expect(seenOf(run)).not.toContain(PASSWORD);
		});
	});

	test.each([
		['update', 'updateSubAccount', 'subAccount'],
		['delete', 'deleteSubAccount', 'loginToDelete'],
		['adjustCredits', 'manageSubAccountCredits', 'subAccount'],
	])(
		'%s takes a sub-account from the list, by its name, and from an expression',
		async (operation, endpoint, parameter) => {
			const { engine, sandbox } = world();
			const forms = [
				{ __rl: true, mode: 'list', value: 'shop-lyon', cachedResultName: 'shop-lyon (Shop)' },
				{ __rl: true, mode: 'name', value: ' shop-lyon ' },
				{ __rl: true, mode: 'name', value: '={{ $json.login }}' },
				'={{ $json.login }}',
			];
			for (const subAccount of forms) {
				await answerWith(sandbox, endpoint, { status: 'OK' });
				const run = await engine.runAction(
					{
						resource: 'subAccount',
						operation,
						subAccount,
						credits: 15,
						updateFields: { city: 'Lyon' },
					},
					{ items: [{ login: 'shop-lyon' }] },
				);
				expect(run.itemsOf('AllMySMS')[0]?.json.subAccount).toBe('shop-lyon');
			}
			const named = (await sandbox.requests()).map(({ body }) =>
				new URLSearchParams(body).get(parameter),
			);
			expect(named).toEqual(forms.map(() => 'shop-lyon'));
		},
	);

	test('credits that are adjusted without a word about how many there are now', async () => {
		const { engine, sandbox } = world();
		for (const status of ['OK', 100]) {
			await answerWith(sandbox, 'manageSubAccountCredits', { status });
			const run = await engine.runAction({
				resource: 'subAccount',
				operation: 'adjustCredits',
				subAccount: 'shop-lyon',
				credits: 15,
			});
			expect(run.itemsOf('AllMySMS')[0]?.json).toEqual({
				subAccount: 'shop-lyon',
				adjustedBy: 15,
				credits: null,
			});
		}
	});
});
