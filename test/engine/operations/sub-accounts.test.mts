import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'flatted';

import type { EngineRun } from '../../../harness/engine-run.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { answerWith } from './sandbox-answers.mts';
import { person } from './write-cases.mts';

const KEY = 'key-of-the-new-account';
const PASSWORD = 'very-secret-password';

const creating = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'subAccount',
	operation: 'create',
	subAccount: '={{ $json.login }}',
	...person,
	password: '={{ $json.password }}',
	...more,
});
const withKey: INodeParameters = { options: { returnApiKey: true } };
const logins = (...names: string[]): IDataObject[] =>
	names.map((login) => ({ login, password: PASSWORD }));

/** What the node keeps between the tries of a run, as n8n stores it. */
const contextOf = (run: EngineRun): string => {
	const { data } = parse(run.stored) as {
		data: { executionData?: { contextData?: Record<string, unknown> } };
	};
	return JSON.stringify(data.executionData?.contextData?.['node:AllMySMS'] ?? {});
};

/** What the user, or whoever reads along, gets to see of the node. */
const seenOf = (run: EngineRun): string =>
	JSON.stringify([
		run.error?.message,
		run.error?.description,
		run.error?.messages,
		run.itemsOf('AllMySMS').map(({ json }) => json),
		run.itemsOf('AllMySMS', 1).map(({ json }) => [json.error, json.message]),
	]);

describeOnEachLine('sub-accounts', (world) => {
	/** `accountData` of the last request. */
	const sentData = async (): Promise<Record<string, unknown>> => {
		const body = String((await world().sandbox.requests()).at(-1)?.body);
		const data = new URLSearchParams(body).get('accountData') ?? '{}';
		return (JSON.parse(data) as { DATA: Record<string, unknown> }).DATA;
	};

	describe('create', () => {
		test.each([
			['subAccount', 'Sub-Account'],
			['firstName', 'First Name'],
			['lastName', 'Last Name'],
			['company', 'Company'],
			['mobile', 'Mobile'],
			['email', 'Email'],
			['password', 'Password'],
		])('asks for %s', async (name, displayName) => {
			const { engine, sandbox } = world();
			const fields = engine.descriptions
				.flatMap(({ properties }) => properties)
				.filter((field) => field.name === name)
				.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes('create'))
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes('subAccount'));
			const type = name === 'subAccount' ? 'resourceLocator' : 'string';
			expect(fields.map((field) => [field.required, field.type])).toEqual([[true, type]]);
			const run = await engine.runAction(creating({ [name]: '={{ $json.none }}' }), {
				items: logins('shop-lyon'),
			});
			expect(run.error?.message).toBe(`'${displayName}' is empty [item 0]`);
			expect(await sandbox.requests()).toEqual([]);
		});

		test.each([
			{ __rl: true, mode: 'name', value: 'shop-lyon' },
			{ __rl: true, mode: 'list', value: 'shop-lyon', cachedResultName: 'shop-lyon (Shop)' },
			'shop-lyon',
		])(
			'takes the login as the editor stores it, also from another operation: %j',
			async (given) => {
				const { engine } = world();
				const run = await engine.runAction(creating({ subAccount: given }), { items: logins('') });
				expect(run.error).toBeNull();
				expect(await sentData()).toMatchObject({ LOGIN: 'shop-lyon' });
			},
		);

		test('sends the mobile number with plus and country, and never ACTIVE', async () => {
			const { engine } = world();
			const parameters = creating({
				mobile: '0470 12 34 56',
				options: { defaultCountry: 'BE' },
				additionalFields: { active: true, city: 'Lyon', postpaid: '={{ "false" }}' },
			});
			const run = await engine.runAction(parameters, { items: logins('shop-lyon') });
			expect(run.error).toBeNull();
			const data = await sentData();
			delete data.PASSWORD;
			expect(data).toEqual({
				LOGIN: 'shop-lyon',
				FIRSTNAME: 'Anna',
				LASTNAME: 'Martin',
				SOCIETY: 'Shop',
				MOBILE: '+32470123456',
				EMAIL: 'a@example.com',
				CITY: 'Lyon',
				POSTPAID: '0',
			});
		});

		test('refuses a mobile number that is none', async () => {
			const { engine, sandbox } = world();
			const run = await engine.runAction(creating({ mobile: '12' }), { items: logins('a') });
			expect(run.error?.message).toMatch(/^'Mobile' "12" .*\[item 0\]$/);
			expect(await sandbox.requests()).toEqual([]);
		});

		test.each([
			['beside the status', { status: '1', text: 'Done', apiKey: KEY }],
			['in a list', [{ status: 100, ApiKey: KEY }]],
			['further inside', { status: '1', account: { login: 'shop-lyon', apiKey: KEY } }],
			['in XML', `<DATA><status>1</status><apiKey>${KEY}</apiKey></DATA>`],
			['alone', { apiKey: KEY }],
		])('gives the key where it is asked for, and nowhere else: %s', async (_, body) => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, 'createSubAccount', body);
			const asked = await engine.runAction(creating(withKey), { items: logins('shop-lyon') });
			expect(asked.itemsOf('AllMySMS').map(({ json }) => json)).toEqual([
				{
					created: true,
					subAccount: 'shop-lyon',
					apiKey: KEY,
					statusText: expect.stringMatching(/whoever may see this execution can read it/),
				},
			]);
			expect(contextOf(asked)).not.toContain(KEY);
			await answerWith(sandbox, 'createSubAccount', body);
			const silent = await engine.runAction(creating(), { items: logins('shop-lyon') });
			expect(silent.itemsOf('AllMySMS').map(({ json }) => json)).toEqual([
				{
					created: true,
					subAccount: 'shop-lyon',
					statusText: expect.stringMatching(/client area.*'Return API Key'/),
				},
			]);
			expect(silent.stored).not.toContain(KEY);
		});

		test('says where the key is where AllMySMS does not answer with it', async () => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, 'createSubAccount', { status: '1', text: 'Done' });
			const run = await engine.runAction(creating(withKey), { items: logins('shop-lyon') });
			expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({
				apiKey: null,
				statusText: expect.stringMatching(/client area.*did not answer with it/),
			});
		});

		test('refuses a switch that is neither on nor off', async () => {
			const { engine, sandbox } = world();
			const run = await engine.runAction(
				creating({ options: { returnApiKey: '={{ "maybe" }}' } }),
				{ items: logins('shop-lyon') },
			);
			expect(run.error?.message).toMatch(/^'Return API Key' is "maybe"/);
			expect(await sandbox.requests()).toEqual([]);
		});

		test.each([
			['refused', { status: '0', statusText: `${PASSWORD} is too simple`, apiKey: KEY }],
			['refused with the key', { status: '0', statusText: `No ${KEY}`, account: { apiKey: KEY } }],
			['unclear', { apiKey: KEY, status: `${KEY} ${PASSWORD}` }],
		])('no secret is in what is said of an order that was %s', async (_, body) => {
			const { engine, sandbox } = world();
			for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
				await answerWith(sandbox, 'createSubAccount', body);
				const run = await engine.runAction(creating(withKey), {
					items: logins('shop-lyon'),
					settings: { onError },
				});
				expect(seenOf(run)).toContain('shop-lyon');
				expect(seenOf(run)).not.toContain(PASSWORD);
				expect(run.stored).not.toContain(KEY);
				expect(JSON.stringify(engine.log.take())).not.toMatch(`${KEY}|${PASSWORD}`);
			}
		});

		const first = { endpoint: 'createSubAccount', process: false } as const;
		const good = { ...first, kind: 'garbage' as const, body: `{"status":"1","apiKey":"${KEY}"}` };
		const bad = { ...first, kind: 'garbage' as const, body: '{"status":"0","text":"Non"}' };

		test('"Retry On Fail" creates nothing twice, and still gives the key of the first try', async () => {
			const { engine, sandbox } = world();
			await sandbox.setFaults(
				{ ...good, request: 1 },
				{ ...bad, request: 2 },
				{ ...good, request: 3 },
			);
			const run = await engine.runAction(creating(withKey), {
				items: logins('shop-lyon', 'shop-nice'),
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
			});
			expect(run.error).toBeNull();
			expect(run.itemsOf('AllMySMS').map(({ json }) => [json.subAccount, json.apiKey])).toEqual([
				['shop-lyon', KEY],
				['shop-nice', KEY],
			]);
			expect(await sandbox.requests()).toHaveLength(3);
			expect(contextOf(run)).not.toMatch(`${KEY}|${PASSWORD}`);
		});

		test('a run that fails in the end stores no key and no password of what it created', async () => {
			const { engine, sandbox } = world();
			await sandbox.setFaults({ ...good, request: 1 }, { ...bad, request: 2 });
			const run = await engine.runAction(creating(withKey), {
				items: logins('shop-lyon', 'shop-nice'),
			});
			expect(run.error?.message).toMatch(/shop-nice/);
			expect(contextOf(run)).toMatch(/shop-lyon.*client area/);
			expect(contextOf(run)).not.toContain(PASSWORD);
			expect(run.stored).not.toContain(KEY);
		});
	});

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
			expect(await sentData()).toEqual({ ACTIVE: '0', MOBILE: '+33612345679' });
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
