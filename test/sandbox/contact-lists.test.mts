import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

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
