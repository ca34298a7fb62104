import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { answerWith } from './sandbox-answers.mts';
import {
	contextOf,
	creating,
	KEY,
	logins,
	PASSWORD,
	seenOf,
	sentData,
	withKey,
} from './sub-account-orders.mts';

describeOnEachLine('creating a sub-account', (world) => {
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
	])('takes the login as the editor stores it, also from another operation: %j', async (given) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(creating({ subAccount: given }), { items: logins('') });
		expect(run.error).toBeNull();
		expect(await sentData(sandbox)).toMatchObject({ LOGIN: 'shop-lyon' });
	});

	test('sends the mobile number with plus and country, and never ACTIVE', async () => {
		const { engine, sandbox } = world();
		const parameters = creating({
			mobile: '0470 12 34 56',
			options: { defaultCountry: 'BE' },
			additionalFields: { active: true, city: 'Lyon', postpaid: '={{ "false" }}' },
		});
		const run = await engine.runAction(parameters, { items: logins('shop-lyon') });
		expect(run.error).toBeNull();
		const data = await sentData(sandbox);
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
		expect(run.error?.message).toMatch(/^'Mobile': "12" .*\[item 0\]$/);
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
		const run = await engine.runAction(creating({ options: { returnApiKey: '={{ "maybe" }}' } }), {
			items: logins('shop-lyon'),
		});
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
