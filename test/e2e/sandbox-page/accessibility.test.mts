import { createRequire } from 'node:module';

import { beforeAll, expect, jest, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

import { setStage } from './stage.mts';

declare global {
	interface Window {
		readonly axe: typeof axe;
	}
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const stage = setStage('once');
jest.setTimeout(300_000);

beforeAll(async () => {
	await stage.client.setWebhooks({ replyUrl: `${stage.origin}/no-webhook` });
	const numbers = Array.from({ length: 200 }, (_, index) => `336${10_000_000 + index}`).join(',');
	await stage.send({ to: numbers, text: 'Do you come? https://a.example/b', campaignName: 'Many' });
	await stage.send({ to: '33612345678', text: 'Sale! STOP au 36180', sender: 'Bistro' });
	await stage.send({ to: '33699999902,33699999904,33699999906', text: 'Fails' });
	await stage.send({ to: '33610000000', text: 'a'.repeat(200), date: '2040-01-01 09:00:00' });
	const cancelled = await stage.v9.send({
		MESSAGE: 'Never',
		DATE: '2040-01-01 09:00:00',
		SMS: [{ MOBILEPHONE: '33610000000' }],
	});
	await stage.v9.call('deleteCampaign', { campId: String(cancelled.json.campaignId) });
	await stage.client.reply('33610000000', 'Yes, see https://b.example');
	await stage.client.reply('33610000001', 'STOP');
	await stage.client.setFaults({ kind: 'status', status: 503, times: 0, endpoint: 'getAcks' });
	await stage.v9.call('getAcks');
	const listData = JSON.stringify({ DATA: { LISTNAME: 'Customers', LOCKED: 1 } });
	await stage.v9.call('createList', { listData });
});

/** Everything that axe-core finds, whatever its weight. */
async function findings(page: Page): Promise<string[]> {
	const { violations } = await page.evaluate(async () => await window.axe.run(document));
	return violations.flatMap(({ id, impact, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html} ${failureSummary}`),
	);
}

/** Places of the page, and what is opened there before it is looked at. */
const places: ReadonlyArray<readonly [section: string, open?: (page: Page) => Promise<void>]> = [
	['phones'],
	['phones/side-by-side'],
	['phones/33610000000'],
	['phones/33612345678'],
	['campaigns'],
	['webhooks', async (page) => await page.locator('main summary').first().click()],
	['requests', async (page) => await page.locator('main summary').first().click()],
	['faults'],
	['lists', async (page) => await page.locator('main summary').first().click()],
	['voice'],
	['account'],
	['account', async (page) => await page.getByRole('button', { name: /^Sandbox clock/ }).click()],
	[
		'account',
		async (page) => await page.getByRole('button', { name: 'Empty the account' }).click(),
	],
	['account', async (page) => await page.getByRole('button', { name: 'Reset' }).click()],
];

test.each([
	{ width: 1440, height: 900, colorScheme: 'light' as const },
	{ width: 1440, height: 900, colorScheme: 'dark' as const },
	{ width: 400, height: 800, colorScheme: 'light' as const },
	{ width: 400, height: 800, colorScheme: 'dark' as const },
])('axe-core finds nothing at $width px, $colorScheme', async (window) => {
	// Without movement: half of an animation has half of its contrast.
	const page = await stage.openPage('', { ...window, reducedMotion: 'reduce' });
	await page.addScriptTag({ path: axeFile });
	for (const [section, open] of places) {
		await page.goto(`${stage.origin}/#/${section}`);
		await page.locator('main > *').first().waitFor();
		await open?.(page);
		expect({ section, findings: await findings(page) }).toEqual({ section, findings: [] });
		await page.keyboard.press('Escape');
	}
	await page.close();
});

test('an empty sandbox has no findings either', async () => {
	await stage.client.reset();
	const page = await stage.openPage('', { reducedMotion: 'reduce' });
	await page.getByText('Waiting for the first SMS').waitFor();
	await page.addScriptTag({ path: axeFile });
	expect(await findings(page)).toEqual([]);
	await page.close();
});
