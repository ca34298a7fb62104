import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { setStage } from './stage.mts';

const stage = setStage();
let shop: Server;
let shopUrl: string;
const visits: Array<{ url: string | undefined; referer: string | undefined }> = [];

beforeAll(async () => {
	shop = createServer((request, response) => {
		visits.push({ url: request.url, referer: request.headers.referer });
		response.setHeader('content-type', 'text/html');
		response.end('<title>Shop</title><p>Choose a time</p>');
	});
	await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening));
	shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/times?order=48213&x=1`;
});

afterEach(() => {
	visits.length = 0;
});

afterAll(() => {
	shop.close();
});

/** Taps a link and reads what it opened, in a tab of its own. */
async function tap(page: Page, link: Locator) {
	const opening = page.waitForEvent('popup');
	await link.click();
	const tab = await opening;
	await tab.getByText('Choose a time').waitFor();
	const opener = await tab.evaluate(() => window.opener as unknown);
	const url = tab.url();
	await tab.close();
	return { url, opener };
}

test('a link of an SMS opens in a tab that knows nothing of the page', async () => {
	await stage.send({ to: '33612345678', text: `Choose a time (${shopUrl}).` });
	const page = await stage.openPage('#/phones/33612345678');
	const link = page.getByRole('log').getByRole('link', { name: shopUrl, exact: true });
	expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
	expect(await tap(page, link)).toEqual({ url: shopUrl, opener: null });
	expect(visits.find(({ url }) => url?.startsWith('/times'))?.referer).toBeUndefined();
	expect(page.url()).toContain('#/phones/33612345678');
	await page.close();
});

test('a short link leads where it was made for, also beside other phones and by the keyboard', async () => {
	const { json } = await stage.v9.call('shortenUrl', { url: shopUrl });
	await stage.send({ to: '33612345678', text: `Your parcel: ${String(json.shortUrl)}` });
	const page = await stage.openPage('#/phones/side-by-side');
	const link = page.locator('.wall-phone').getByRole('link', { name: String(json.shortUrl) });
	expect((await tap(page, link)).url).toBe(shopUrl);
	const opening = page.waitForEvent('popup');
	await link.focus();
	await page.keyboard.press('Enter');
	expect(await (await opening).title()).toBe('Shop');
	await page.close();
});

test('a tracked link counts its tap', async () => {
	const sent = await stage.v9.send({
		MESSAGE: `Sale: ${shopUrl}`,
		TRACKING: 1,
		SMS: [{ MOBILEPHONE: '33612345678' }],
	});
	const page = await stage.openPage('#/phones/33612345678');
	await tap(page, page.getByRole('log').getByRole('link'));
	const campaignId = String(sent.json.campaignId);
	expect((await stage.v9.call('getCampaignStats', { campaignId })).json).toMatchObject({
		campaign: { click: 1, uniqueClick: 1 },
	});
	await page.close();
});

test('what is no address of the web is text', async () => {
	const texts = [
		'javascript:alert(1) or data:text/html,x',
		'see ftp://files.example/a and http:// alone',
		'mailto:a@b.example file:///etc/passwd',
	];
	for (const text of texts) await stage.send({ to: '33612345678', text });
	await stage.send({ to: '33612345678', text: '"https://a.example/x"onclick=alert(1)' });
	const page = await stage.openPage('#/phones/33612345678');
	const log = page.getByRole('log');
	for (const text of texts) await log.getByText(text).waitFor();
	const links = log.getByRole('link');
	expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual([
		'https://a.example/x',
	]);
	await page.close();
});
