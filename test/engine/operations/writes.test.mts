import { describe, expect, test } from '@jest/globals';

import { outputRows } from '../../../build/output-schemas.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { answerWith } from './sandbox-answers.mts';
import { person, writeCases } from './write-cases.mts';

const REFUSALS: Array<[string, unknown, RegExp]> = [
	['status 0 with words', { status: '0', statusText: 'Inconnu' }, /: Inconnu \[item 0\]$/],
	['status 0 with the words of sub-accounts', { status: 0, text: 'Inconnu' }, /: Inconnu/],
	['a wrong login', { status: 102, statusText: 'x' }, /does not know this login/],
	['words in XML', '<DATA><status>0</status><statusText>Inconnu</statusText></DATA>', /: Inconnu/],
];

const OPEN: Array<[string, unknown]> = [
	['a web page', '<html><body>Maintenance</body></html>'],
	['half an answer', '{"status":"1"'],
	['an empty object', {}],
];

const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

describeOnEachLine('writes', (world) => {
	const requestsTo = async (endpoint: string) =>
		(await world().sandbox.requests()).filter(({ path }) => path.includes(endpoint)).length;

	describe.each(writeCases)('$name', (write) => {
		const own = { ...write.parameters, ...write.own };

		test('takes every form of a good answer', async () => {
			const { engine, sandbox } = world();
			for (const body of write.answers) {
				await answerWith(sandbox, write.endpoint, body);
				const run = await engine.runAction(write.parameters);
				expect(run.error).toBeNull();
				expect(run.itemsOf('AllMySMS')).toEqual([{ json: write.output, pairedItem: { item: 0 } }]);
				expect(run.stored).not.toContain('a-new-key');
			}
		});

		test('gives exactly the keys of its schema', () => {
			const { resource, operation } = write.parameters;
			const row = outputRows[String(resource)]?.[String(operation)];
			expect(Object.keys(write.output).sort()).toEqual(Object.keys(row ?? {}).sort());
		});

		test.each(REFUSALS)('says why nothing was changed: %s', async (_, body, message) => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, write.endpoint, body);
			const run = await engine.runAction(write.parameters);
			expect(run.error?.message).toMatch(message);
			expect(run.error?.message).toContain('c-1');
			expect(run.error?.description).toMatch(/\w/);
			expect(run.error?.context?.itemIndex).toBe(0);
		});

		test.each(OPEN)('says where to look when the answer leaves it open: %s', async (_, body) => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, write.endpoint, body, { times: 0 });
			const run = await engine.runAction(write.parameters, { settings: retried });
			expect(run.error?.message).toMatch(/^It is not known whether .*c-1.* \[item 0\]$/);
			expect(await requestsTo(write.endpoint)).toBe(write.once ? 1 : 3);
		});

		test('an item that fails stops nobody else', async () => {
			const { engine, sandbox } = world();
			const good = { kind: 'garbage' as const, endpoint: write.endpoint, process: false };
			const body = JSON.stringify({ status: '1' });
			await sandbox.setFaults(
				{ ...good, body, request: 1 },
				{ ...good, body: '{"status":"0","statusText":"Inconnu"}', request: 2 },
				{ ...good, body, request: 3 },
			);
			const run = await engine.runAction(own, {
				items: [{ n: 1 }, { n: 2 }, { n: 3 }],
				settings: { onError: 'continueErrorOutput' },
			});
			expect(run.itemsOf('AllMySMS').map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 2 },
			]);
			expect(run.itemsOf('AllMySMS', 1)).toEqual([
				{
					json: {
						n: 2,
						error: expect.stringMatching(/c-2.*Inconnu$/),
						message: expect.any(String),
					},
					pairedItem: { item: 1 },
				},
			]);
		});

		test('"Retry On Fail" repeats what was refused, and nothing that was done', async () => {
			const { engine, sandbox } = world();
			const answer = { kind: 'garbage' as const, endpoint: write.endpoint, process: false };
			const good = JSON.stringify({ status: '1' });
			await sandbox.setFaults(
				{ ...answer, body: good, request: 1 },
				{ ...answer, body: '{"status":"0","statusText":"Inconnu"}', request: 2 },
				{ ...answer, body: good, request: 3 },
			);
			const run = await engine.runAction(own, {
				items: [{ n: 1 }, { n: 2 }],
				settings: retried,
			});
			expect(run.error).toBeNull();
			expect(run.itemsOf('AllMySMS').map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
			]);
			expect(await requestsTo(write.endpoint)).toBe(3);
			expect(run.stored).not.toContain('allMySmsOrders');
		});
	});

	test.each([
		[
			'deletes without an ID',
			{ resource: 'campaign', operation: 'delete', campaignId: '={{ $json.none }}' },
			/^'Campaign ID'/,
		],
		[
			'adjusts by nothing',
			{ resource: 'subAccount', operation: 'adjustCredits', subAccount: 'x' },
			/^'Credits' is 0/,
		],
		[
			'a short password',
			{
				resource: 'subAccount',
				operation: 'create',
				subAccount: 'x',
				...person,
				password: '12345',
			},
			/^'Password' has 5 characters/,
		],
		[
			'updates nothing',
			{ resource: 'subAccount', operation: 'update', subAccount: 'x' },
			/^'Update Fields' is empty/,
		],
	])('refuses what cannot be meant before anything is sent: %s', async (_, parameters, message) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(parameters, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.itemsOf('AllMySMS')).toEqual([
			{
				json: { error: expect.stringMatching(message), message: expect.any(String) },
				pairedItem: { item: 0 },
			},
		]);
		expect(await sandbox.requests()).toEqual([]);
	});
});
