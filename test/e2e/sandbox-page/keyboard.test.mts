import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { until } from '../browser/until.mts';
import { rowOf, setStage } from './stage.mts';

const stage = setStage('once');
let page: Page;

const numbers = Array.from({ length: 200 }, (_, index) => `336${10_000_000 + index}`);

beforeAll(async () => {
	await stage.client.setWebhooks({ deliveryReportUrl: `${stage.origin}/no-webhook` });
	await stage.send({ to: numbers.join(','), text: 'Yes? https://a.example/b' });
});

/** What the focus is on: the number of a row or card, else the words that name it. */
const focused = async (): Promise<string> =>
	await page.evaluate(() => {
		const element = document.activeElement;
		const number = element?.closest('.phone-row')?.querySelector('.phone-name')?.textContent;
		return number ?? element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
	});

/** Everything that the Tab key reaches until it leaves the page. */
async function stops(): Promise<number> {
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	for (let count = 0; count < 300; count++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(() => document.activeElement === document.body)) return count;
	}
	return Infinity;
}

test.each(['phones', 'phones/side-by-side', 'phones/33610000000', 'webhooks', 'requests'])(
	'200 phones are no 200 stops of the Tab key: %s',
	async (section) => {
		page = await stage.openPage(`#/${section}`, { width: 1440, height: 900 });
		await page.locator('main > *').first().waitFor();
		expect(await stops()).toBeLessThan(40);
		await page.close();
	},
);

test('the arrow keys move among phones, Home and End to the ends, Enter opens one', async () => {
	page = await stage.openPage();
	await rowOf(page, '+33 6 10 00 00 00').focus();
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toBe('+33 6 10 00 00 01');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	expect(await focused()).toBe('+33 6 10 00 00 00');
	await page.keyboard.press('End');
	expect(await focused()).toBe('+33 6 10 00 00 59');
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.getByRole('log', { name: 'Conversation with +33 6 10 00 00 01' }).waitFor();

	// Back by Tab, the reader is where he was.
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('+33 6 10 00 00 01');
	await page.close();
});

test('who is in the list stays on his phone while SMS arrive elsewhere', async () => {
	page = await stage.openPage();
	await rowOf(page, '+33 6 10 00 00 05').focus();
	await stage.send({ to: '33610000150,33610000005', text: 'News' });
	await rowOf(page, '+33 6 10 00 01 50').getByText('News').waitFor();
	expect(await focused()).toBe('+33 6 10 00 00 05');
	await page.close();
});

test('side by side, all four arrow keys move, and Tab goes into the phone', async () => {
	page = await stage.openPage('#/phones/side-by-side', { width: 1440, height: 900 });
	const names = page.locator('.wall-name');
	await until('twelve phones', async () => (await names.count()) === 12);
	const all = await names.allTextContents();
	await names.first().focus();
	await page.keyboard.press('ArrowRight');
	expect(await focused()).toBe(all[1]);
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toBe(all[2]);
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('https://a.example/b');
	await page.keyboard.press('Tab');
	expect(await focused()).toBe(`Send STOP from ${all[2]}`);
	await page.keyboard.press('Tab');
	await page.keyboard.type('Yes');
	await page.keyboard.press('Enter');
	await page.locator('.wall-phone').nth(2).getByText('Yes', { exact: true }).waitFor();
	expect(await focused()).toBe(`Reply from ${all[2]}`);
	await page.close();
});
