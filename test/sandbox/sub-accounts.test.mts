import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';
import { v9Of } from './client/v9.mts';

const stage = setStage();

const data = (tags: object): string => JSON.stringify({ DATA: tags });

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
