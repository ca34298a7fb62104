import { beforeAll, expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import { setStage } from './stage.mts';

const sections = [
	'phones',
	'phones/33612345678',
	'campaigns',
	'webhooks',
	'requests',
	'faults',
	'lists',
	'voice',
	'account',
];

const stage = setStage('once');

beforeAll(async () => {
	const long = `A ${'very '.repeat(80)}long text with https://example.com/${'a'.repeat(90)}`;
	await stage.send({ to: '33612345678', text: long, sender: 'LongSender1' });
	await stage.send({
		to: '33612345678,33687654321',
		text: 'Hello',
		campaignName: 'W'.repeat(60),
	});
	await stage.client.reply('33612345678', long);
});

test.each([
	{ width: 400, height: 800, colorScheme: 'dark' as const },
	{ width: 800, height: 700, colorScheme: 'light' as const },
	{ width: 1440, height: 900, colorScheme: 'dark' as const },
])('every section fits $width px, $colorScheme', async (window) => {
	const page = await stage.openPage('', window);
	for (const section of sections) {
		await page.goto(`${stage.origin}/#/${section}`);
		await page.locator('main > *').first().waitFor();
		const overflow = await page.evaluate(() => {
			const view = document.querySelector('main');
			return Math.max(
				document.documentElement.scrollWidth - innerWidth,
				view === null ? 0 : view.scrollWidth - view.clientWidth,
			);
		});
		expect({ section, overflow }).toEqual({ section, overflow: 0 });
		await keepScreenshot(
			page,
			`sandbox-${section.replace('/', '-')}-${window.width}-${window.colorScheme}`,
		);
	}
	await page.close();
});
