import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { v9Of } from './client/v9.mts';

const stage = setStage();

const data = (tags: object): string => JSON.stringify({ DATA: tags });

describe('contact lists', () => {
	const create = async (tags: object = {}) =>
		await stage.v9.call('createList/', {
			listData: data({
				LISTNAME: 'Clients',
				LOCKED: '0',
				STRUCTURE: [
					{ FIELDNAME: 'Firstname', FILTER: 1, MAILING: 0 },
					{ FIELDNAME: 'Home town', FILTER: 0, MAILING: 1 },
				],
				...tags,
			}),
		});
	const contacts = [
		{ MOBILEPHONE: '0611111111', Firstname: 'Zoé', 'Home town': 'Nîmes', Unknown: 'x' },
		{ MOBILEPHONE: '33622222222', FIRSTNAME: 'Ali' },
		{ MOBILEPHONE: 'bad' },
		{ MOBILEPHONE: '+33611111111' },
	];

	test('are made, filled, read, emptied and deleted', async () => {
		expect((await create()).json).toMatchObject({ status: '1', statusText: expect.any(String) });
		expect((await create()).json).toMatchObject({ status: '0' });
		const populateData = data({ LISTNAME: 'clients', CONTACTS: contacts });
		expect((await stage.v9.call('populateList', { populateData })).json).toMatchObject({
			status: '1',
			success: 2,
			ignored: 1,
			duplicated: 1,
		});
		expect((await stage.v9.call('getContacts', { listName: 'Clients' })).json).toEqual({
			contacts: [
				{ MobilePhone: '33611111111', Firstname: 'Zoé', 'Home town': 'Nîmes' },
				{ MobilePhone: '33622222222', Firstname: 'Ali', 'Home town': '' },
			],
		});
		expect((await stage.v9.call('getLists')).json).toEqual({
			lists: [
				{
					listName: 'Clients',
					contacts: '2',
					locked: '0',
					creationDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				},
			],
		});
		const deleteData = data({ LISTNAME: 'Clients', CONTACTS: contacts });
		expect((await stage.v9.call('deleteContacts', { deleteData })).json).toMatchObject({
			status: '1',
			success: 2,
			ignored: 1,
			duplicated: 1,
		});
		expect((await stage.v9.call('deleteList', { listName: 'Clients' })).json).toMatchObject({
			status: '1',
		});
		expect((await stage.v9.call('getLists')).json).toEqual({ lists: [] });
	});

	test('are filled through createList too, as davaxi does', async () => {
		await create({ LOCKED: 1 });
		const populateData = data({ LISTNAME: 'Clients', SUBACCOUNT: null, CONTACTS: contacts });
		expect((await stage.v9.call('createList/', { populateData })).json).toMatchObject({
			success: 2,
		});
		const deleteData = data({
			LISTNAME: 'Clients',
			SUBACCOUNT: null,
			CONTACTS: contacts.slice(0, 1),
		});
		expect((await stage.v9.call('createList/', { deleteData })).json).toMatchObject({ success: 1 });
		expect((await stage.v9.call('getLists')).json).toMatchObject({
			lists: [{ contacts: '1', locked: '1' }],
		});
	});

	test('in XML, with field names that no element can have', async () => {
		await stage.v9.call('createList', {
			listData:
				'<DATA><LISTNAME>X</LISTNAME><STRUCTURE><FIELDNAME>Home town</FIELDNAME></STRUCTURE><STRUCTURE><FIELDNAME>2nd</FIELDNAME></STRUCTURE></DATA>',
		});
		await stage.v9.call('populateList', {
			populateData:
				'<DATA><LISTNAME>X</LISTNAME><CONTACTS><MOBILEPHONE>0611111111</MOBILEPHONE></CONTACTS></DATA>',
		});
		const { text } = await stage.v9.call('getContacts', { listName: 'X', returnformat: 'xml' });
		expect(text).toContain(
			'<contacts><MobilePhone>33611111111</MobilePhone><Home_town></Home_town><_2nd></_2nd></contacts>',
		);
	});

	test('that do not exist, or make no sense, are refused', async () => {
		for (const [endpoint, fields] of [
			['createList', {}],
			['createList', { listData: '{' }],
			['createList', { listData: data({}) }],
			['populateList', { populateData: data({ LISTNAME: 'None' }) }],
			['deleteContacts', {}],
			['deleteList', { listName: 'None' }],
			['getContacts', { listName: 'None' }],
		] as const) {
			expect((await stage.v9.call(endpoint, fields)).json).toMatchObject({
				status: '0',
				statusText: expect.stringMatching(/\S/),
			});
		}
	});
});

describe('sub-accounts', () => {
	const person = {
		FIRSTNAME: 'Lea',
		LASTNAME: 'Roy',
		EMAIL: 'lea@example.com',
		LOGIN: 'lea',
		PASSWORD: 'secret-1',
		SOCIETY: 'Roy & Co',
		MOBILE: '+33612345678',
		CITY: 'Nîmes',
	};
	const create = async (tags: object = {}) =>
		await stage.v9.call('createSubAccount/', { accountData: data({ ...person, ...tags }) });

	test('are made, listed, changed and deleted', async () => {
		expect((await create()).json).toEqual({
			status: '1',
			text: 'Sub-account successfully created',
			apiKey: expect.stringMatching(/^[\da-f]{24}$/),
		});
		const { json } = await stage.v9.call('getSubAccounts');
		expect(json).toMatchObject({
			total: 1,
			subAccounts: [
				{
					Login: 'lea',
					FirstName: 'Lea',
					Company: 'Roy & Co',
					Mobile: '33612345678',
					City: 'Nîmes',
					ClientType: 'Company',
					Credits: '0',
					BillCity: '',
					CreationDate: expect.stringMatching(/^\d{4}-/),
				},
			],
		});
		const accountData = data({ CITY: 'Lyon', SOCIETY: '' });
		expect(
			(await stage.v9.call('updateSubAccount', { subAccount: 'lea', accountData })).json,
		).toMatchObject({ status: '1' });
		expect((await stage.v9.call('getSubAccounts')).json).toMatchObject({
			subAccounts: [{ City: 'Lyon', Company: 'Roy & Co' }],
		});
		expect((await stage.v9.call('deleteSubAccount', { loginToDelete: 'lea' })).json).toMatchObject({
			status: '1',
			subAccount: [{ Login: 'lea' }],
		});
		expect((await stage.v9.call('getSubAccounts')).json).toEqual({ total: 0, subAccounts: [] });
	});

	test('sign with their own key, pay with their own credits, and see only what is theirs', async () => {
		const created = await create();
		const own = { login: 'lea', apiKey: String(created.json.apiKey) };
		const info = await stage.v9.call('getInfo', { subAccount: 'lea' });
		expect(info.json).toMatchObject({ status: 'Active Account', apiKey: own.apiKey });
		expect(own.apiKey).not.toBe('sandbox-key');
		const asLea = async (endpoint: string, fields: Record<string, string> = {}) =>
			(await v9Of(stage.origin).call(endpoint, fields, own)).json;
		const smsData = data({ MESSAGE: 'a', SMS: [{ MOBILEPHONE: '33612345678' }] });
		expect(await asLea('sendSms', { smsData })).toMatchObject({ status: 103 });

		expect(
			(await stage.v9.call('manageSubAccountCredits', { subAccount: 'lea', credits: '40' })).json,
		).toEqual({
			status: 'OK',
			subAccount: [{ Login: 'lea', Credits: '40' }],
		});
		expect(await asLea('sendSms', { smsData })).toMatchObject({ status: 100, credits: '25' });
		expect((await stage.v9.call('getInfo')).json).toMatchObject({ credits: '14999960' });

		await stage.control.reply('33612345678', 'Mine');
		expect(await asLea('getPulls')).toMatchObject({ mos: [{ message: 'Mine' }] });
		expect((await stage.v9.call('getPulls')).json).toEqual({ mos: [] });
		expect((await stage.v9.call('getPulls', { subAccount: 'lea' })).json).toMatchObject({
			mos: [{ message: 'Mine' }],
		});
		expect(await asLea('getInfo', { subAccount: 'sandbox' })).toMatchObject({ status: '0' });

		expect(
			(await stage.v9.call('manageSubAccountCredits', { subAccount: 'lea', credits: '-20' })).json,
		).toMatchObject({ subAccount: [{ Credits: '5' }] });
		for (const credits of ['-6', '99999999', 'many', '']) {
			expect(
				(await stage.v9.call('manageSubAccountCredits', { subAccount: 'lea', credits })).json,
			).toMatchObject({ status: '0' });
		}
		await stage.v9.call('updateSubAccount', {
			subAccount: 'lea',
			accountData: data({ ACTIVE: 0 }),
		});
		expect(await asLea('getInfo')).toMatchObject({ status: 102 });
	});

	test('answer without their key where the habit says so', async () => {
		await stage.control.setHabits({ createSubAccount: 'text' });
		expect((await create()).json).toEqual({
			status: '1',
			text: 'Sub-account successfully created',
		});
	});

	test('may share an email address, and are active from the start', async () => {
		await create();
		const { json } = await create({ LOGIN: 'max' });
		expect(json).toMatchObject({ status: '1' });
		const own = { login: 'max', apiKey: String(json.apiKey) };
		expect((await stage.v9.call('getInfo', {}, own)).json).toMatchObject({
			status: 'Active Account',
			email: 'lea@example.com',
		});
	});

	test.each([
		['FIRSTNAME', { FIRSTNAME: ' ' }],
		['LASTNAME', { LASTNAME: '' }],
		['SOCIETY', { SOCIETY: '' }],
		['MOBILE', { MOBILE: null }],
		['EMAIL', { EMAIL: null }],
		['LOGIN', { LOGIN: '' }],
		['PASSWORD', { PASSWORD: '' }],
		['mot de passe', { PASSWORD: 'short' }],
		['Sandbox', { LOGIN: 'Sandbox' }],
		['ACTIVE', { ACTIVE: '1' }],
		['ACTIVE', { ACTIVE: 0 }],
	])('are refused for %s with %j', async (named, tags) => {
		expect((await create(tags)).json).toEqual({
			status: '0',
			text: expect.stringContaining(named),
			statusText: expect.stringContaining(named),
		});
		expect((await stage.v9.call('getSubAccounts')).json).toMatchObject({ total: 0 });
	});

	test('need their data in DATA', async () => {
		const accountData = JSON.stringify(person);
		expect((await stage.v9.call('createSubAccount/', { accountData })).json).toMatchObject({
			status: '0',
			statusText: expect.stringContaining('accountData'),
		});
		expect((await stage.v9.call('getSubAccounts')).json).toMatchObject({ total: 0 });
	});

	test('are named by subAccount in exactly this case', async () => {
		await create();
		const credits = '20';
		for (const subAccount of ['subaccount', 'SubAccount', 'SUBACCOUNT']) {
			expect(
				(await stage.v9.call('manageSubAccountCredits/', { [subAccount]: 'lea', credits })).json,
			).toMatchObject({ status: '0', statusText: expect.stringContaining('subAccount') });
		}
		expect((await stage.v9.call('getSubAccounts')).json).toMatchObject({
			subAccounts: [{ Credits: '0' }],
		});
	});

	test('that nobody named are refused', async () => {
		for (const [endpoint, fields] of [
			['updateSubAccount', { accountData: data({ CITY: 'x' }) }],
			['updateSubAccount', { subAccount: 'none', accountData: data({ CITY: 'x' }) }],
			['manageSubAccountCredits', { credits: '1' }],
			['deleteSubAccount', { loginToDelete: 'none' }],
			['deleteSubAccount', { loginToDelete: 'sandbox' }],
			['getInfo', { subAccount: 'none' }],
			['createSubAccount', {}],
		] as const) {
			expect((await stage.v9.call(endpoint, fields)).json).toMatchObject({ status: '0' });
		}
	});

	test('a password never stays in the request log', async () => {
		await create();
		expect(JSON.stringify(await stage.control.requests())).not.toContain('secret-1');
	});
});
