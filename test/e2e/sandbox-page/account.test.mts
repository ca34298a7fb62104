import { expect, test } from '@jest/globals';

import { setStage } from './stage.mts';

const stage = setStage();

const status = async () => (await stage.v9.text('Hello', '33612345678')).json.status;

test('the account is emptied, left with too little, set and filled', async () => {
	const page = await stage.openPage('#/account');
	await page.getByRole('button', { name: 'Empty the account' }).click();
	await page.getByRole('link', { name: '0 credits', exact: true }).waitFor();
	await page.getByText('€0.00').first().waitFor();
	expect(await status()).toBe(103);

	await page.getByRole('button', { name: 'Leave too little for one SMS' }).click();
	await page.getByRole('link', { name: '14 credits', exact: true }).waitFor();
	expect(await status()).toBe(104);

	await page.getByLabel('Credits', { exact: true }).fill('15');
	await page.keyboard.press('Enter');
	await page.getByText('The account has 15 credits').waitFor();
	expect(await status()).toBe(100);
	await page.getByRole('link', { name: '0 credits', exact: true }).waitFor();

	await page.getByRole('button', { name: 'Fill it up' }).click();
	await page.getByRole('link', { name: '15,000,000 credits', exact: true }).waitFor();
	await page.close();
});

test('prices are listed, France first, and a campaign tells what it cost', async () => {
	await stage.send({ to: '33612345678,32470123456', text: 'a'.repeat(161), campaignName: 'Long' });
	const page = await stage.openPage('#/account');
	const rows = page.getByRole('table', { name: 'Prices' }).getByRole('row');
	expect(await rows.nth(1).innerText()).toMatch(/France\s+FR\s+\+33\s+15\s+€0\.045/);
	await page.goto(`${stage.origin}/#/campaigns`);
	await page.getByText('4 SMS parts · 78 credits · €0.234').waitFor();
	await page.close();
});
