import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { until } from '../browser/until.mts';
import { setStage } from './stage.mts';

const stage = setStage();

const phone = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a campaign is seen arriving on phones side by side, with its receipts', async () => {
	const page = await stage.openPage();
	await page.getByText('Waiting for the first SMS').waitFor();
	await stage.send({ to: '33612345678,33687654321,33699999902', text: 'Your table is ready' });
	for (const [name, receipt] of [
		['+33 6 12 34 56 78', 'Delivered'],
		['+33 6 87 65 43 21', 'Delivered'],
		['+33 6 99 99 99 02', 'Not delivered'],
	] as const) {
		const card = phone(page, name);
		await card.getByText('Your table is ready').waitFor();
		await card.getByText(receipt, { exact: true }).waitFor();
	}
	await page.close();
});

test('two people answer, each on his phone', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Do you approve?' });
	const page = await stage.openPage();
	for (const [name, answer] of [
		['+33 6 12 34 56 78', 'Yes'],
		['+33 6 87 65 43 21', 'No'],
	] as const) {
		await page.getByLabel(`Reply from ${name}`).fill(answer);
		await page.getByRole('button', { name: `Send from ${name}` }).click();
		await phone(page, name).getByText(answer, { exact: true }).waitFor();
	}
	await page.getByRole('button', { name: 'Send STOP from +33 6 12 34 56 78' }).click();
	await phone(page, '+33 6 12 34 56 78').getByText('STOP', { exact: true }).nth(2).waitFor();
	const { phones } = await stage.client.state();
	expect(phones.map(({ conversation }) => conversation.at(-1)?.text).sort()).toEqual([
		'No',
		'STOP',
	]);
	await page.close();
});

test('nobody who is read changes places when others get SMS', async () => {
	const numbers = Array.from({ length: 30 }, (_, index) => `336100000${10 + index}`);
	await stage.send({ to: numbers.join(','), text: 'First' });
	const page = await stage.openPage();
	const names = page.locator('.wall-name');
	await until('twelve phones', async () => (await names.count()) === 12);
	const before = await names.allTextContents();
	await page.getByLabel(`Reply from ${before[4]}`).fill('Half a thou');
	await stage.send({ to: numbers.slice(20).join(','), text: 'Second' });
	await until('the new ones', async () =>
		(await page.locator('.wall').innerText()).includes('Second'),
	);
	const after = await names.allTextContents();
	expect(after).toHaveLength(12);
	expect(after[4]).toBe(before[4]);
	expect(await page.getByLabel(`Reply from ${before[4]}`).inputValue()).toBe('Half a thou');
	await page.close();
});

test('the search chooses who stands there, and a phone opens alone', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Spring' });
	await stage.send({ to: '33611111111', text: 'Autumn' });
	const page = await stage.openPage();
	await page.getByLabel('Search phones').fill('autumn');
	await page.getByText('1 phone found, in Paris time').waitFor();
	expect(await page.locator('.wall-phone').count()).toBe(1);
	await page.locator('.wall-name').click();
	await page.getByRole('log', { name: 'Conversation with +33 6 11 11 11 11' }).waitFor();
	await page.getByRole('link', { name: 'Side by side' }).click();
	await page.getByRole('heading', { name: 'Side by side' }).waitFor();
	await page.close();
});

test('the phones of one campaign are looked at from its card', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Hello', campaignName: 'Spring' });
	await stage.send({ to: '33611111111', text: 'Hello', campaignName: 'Autumn' });
	const page = await stage.openPage('#/campaigns');
	await page.getByRole('link', { name: 'Its phones: Spring' }).click();
	await page.getByText('2 phones found, in Paris time').waitFor();
	expect(await page.locator('.wall-name').allTextContents()).toEqual([
		'+33 6 12 34 56 78',
		'+33 6 87 65 43 21',
	]);
	await page.getByLabel('Search phones').fill('');
	await page.getByText('3 phones, in Paris time').waitFor();
	await page.close();
});

test('at the width of a phone they stand one below the other', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Hello' });
	const page = await stage.openPage('', { width: 400, height: 800 });
	await page.getByRole('link', { name: 'Side by side' }).click();
	const boxes = await Promise.all(
		['+33 6 12 34 56 78', '+33 6 87 65 43 21'].map(
			async (name) => await phone(page, name).boundingBox(),
		),
	);
	expect(boxes[0]?.x).toBe(boxes[1]?.x);
	await page.getByRole('link', { name: 'All phones' }).click();
	await page.getByLabel('Search phones').waitFor();
	await page.close();
});

test('a phone that shows only names can send STOP, and says why nothing else', async () => {
	await stage.send({ to: '33612345678', text: 'Sale! STOP au 36180', sender: 'Bistro' });
	const page = await stage.openPage('#/phones/33612345678');
	await page.getByText('A phone cannot answer a name.').waitFor();
	expect(await page.getByLabel('Reply from +33 6 12 34 56 78').count()).toBe(0);
	await page.getByRole('button', { name: 'Send STOP from +33 6 12 34 56 78' }).click();
	await page.getByText('Blacklisted by STOP').waitFor();
	await stage.client.reset();
	await stage.send({ to: '33612345678', text: 'Your table is ready' });
	await page.getByLabel('Reply from +33 6 12 34 56 78').waitFor();
	await page.close();
});
