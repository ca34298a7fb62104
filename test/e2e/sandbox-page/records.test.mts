import { expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { setStage } from './stage.mts';

const stage = setStage('once');

const data = (fields: Record<string, unknown>): string => JSON.stringify({ DATA: fields });

test('contact lists show their contacts', async () => {
	const LISTNAME = 'Patients of Lyon';
	await stage.v9.call('createList', {
		listData: data({ LISTNAME, LOCKED: '0', STRUCTURE: [{ FIELDNAME: 'FIRSTNAME' }] }),
	});
	await stage.v9.call('populateList', {
		populateData: data({
			LISTNAME,
			CONTACTS: [{ MOBILEPHONE: '33612345678', FIRSTNAME: 'Anna <b>' }],
		}),
	});
	const page = await stage.openPage('#/lists');
	const list = page
		.getByRole('list', { name: 'Contact lists' })
		.getByRole('listitem')
		.filter({ hasText: LISTNAME });
	await list.getByText('1 contact', { exact: true }).waitFor();
	await list.locator('summary').click();
	await list.getByText('33612345678 · Anna <b>').waitFor();
	await page.close();
});

test('sub-accounts show their credits', async () => {
	await stage.v9.call('createSubAccount', {
		accountData: data({
			FIRSTNAME: 'Alix',
			LASTNAME: 'Durand',
			SOCIETY: 'Durand',
			MOBILE: '+33612345678',
			EMAIL: 'alix@example.com',
			LOGIN: 'shop-lyon',
			PASSWORD: 'secret-1',
		}),
	});
	await stage.v9.call('manageSubAccountCredits', {
		subAccount: 'shop-lyon',
		credits: '1500',
	});
	const page = await stage.openPage('#/account');
	const row = page
		.getByRole('table', { name: 'Sub-accounts' })
		.getByRole('row')
		.filter({ hasText: 'shop-lyon' });
	await row.getByText('Alix Durand').waitFor();
	await row.getByText('1,500').waitFor();
	expect(await page.content()).not.toContain('secret-1');
	await page.close();
});

test('voice messages show where they were left', async () => {
	const response = await fetch(`${stage.origin}/voice/send/bulk`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from('sandbox:sandbox-key').toString('base64')}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			to: ['33612345678'],
			from: '0145678901',
			type: 'directdeposit',
			url: 'https://example.com/hello.mp3',
		}),
	});
	expect(response.status).toBe(201);
	const page = await stage.openPage('#/voice');
	const row = page
		.getByRole('table', { name: 'Voice messages' })
		.getByRole('row')
		.filter({ hasText: '+33 6 12 34 56 78' });
	await row.getByText('https://example.com/hello.mp3').waitFor();
	await row.getByText('Delivered').waitFor();
	await page.close();
});
