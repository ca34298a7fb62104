import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import { setStage } from './stage.mts';

/** As many as a campaign of a real shop. */
const phones = 1_500;

const stage = setStage('once');
let page: Page;

beforeAll(async () => {
	await stage.v9.call('sendSms', {
		smsData: JSON.stringify({
			DATA: {
				MESSAGE: 'Hello #param_1#, your parcel is here',
				DYNAMIC: 1,
				SMS: Array.from({ length: phones }, (_, index) => ({
					MOBILEPHONE: `336${String(10_000_000 + index * 7).padStart(8, '0')}`,
					PARAM_1: `client-${index}`,
				})),
			},
		}),
	});
	page = await stage.openPage();
});

const list = () => page.getByRole('region', { name: 'Phone list' });
const rows = () => list().getByRole('list', { name: 'Phones' }).getByRole('listitem');

test('the list stays short in the document and grows on demand', async () => {
	await list().getByText('1,500 phones').waitFor();
	const first = await rows().count();
	expect(first).toBeLessThanOrEqual(100);
	await list()
		.getByRole('button', { name: /^Show .* more of 1,500$/ })
		.click();
	await until('more rows', async () => (await rows().count()) === first * 2);
	await keepScreenshot(page, 'sandbox-1500-phones');
});

test('any phone is found by its number as people write it, and by its text', async () => {
	const search = page.getByLabel('Search phones');
	await search.fill('06 10 01 04 93');
	await list().getByText('1 phone', { exact: true }).waitFor();
	expect(await rows().first().textContent()).toContain('Hello client-1499, your parcel is here');

	await search.fill('client-777,');
	await list().getByText('1 phone', { exact: true }).waitFor();
	expect(await rows().first().textContent()).toContain('+33 6 10 00 54 39');

	await search.fill('nobody is called this');
	await page.getByText('No phone has this number or text').waitFor();
	await search.fill('');
});

test('all are marked as read at once', async () => {
	await page.getByRole('button', { name: 'Mark all read' }).click();
	await until(
		'no unread SMS',
		async () =>
			(await rows()
				.getByLabel(/unread/)
				.filter({ visible: true })
				.count()) === 0,
	);
});
