import type { Browser, Locator, Page } from 'playwright-core';

import { sandboxClient } from '../../../sandbox/client.mts';
import { startSandbox } from '../../../sandbox/start-sandbox.mts';
import { v9Of } from '../../sandbox/client/v9.mts';
import { openBrowser } from '../browser/open-browser.mts';

/** The window a test looks through. */
export interface Window {
	readonly width?: number;
	readonly height?: number;
	readonly colorScheme?: 'light' | 'dark';
	/** Whether the person wants no animations. */
	readonly reducedMotion?: 'reduce';
	/** Where the person is; the page tells the time of Paris all the same. */
	readonly timezoneId?: string;
}

/** One campaign that a test sends. */
export interface TestSms {
	/** Numbers, separated by commas. */
	readonly to: string;
	readonly text: string;
	readonly sender?: string;
	/** Provider's local time, `YYYY-MM-DD HH:MM:SS`. */
	readonly date?: string;
	readonly campaignName?: string;
}

/** A phone in the list, by its number as people write it. */
export const rowOf = (page: Page, name: string): Locator =>
	page.getByRole('list', { name: 'Phones' }).getByRole('link', { name });

/** A sandbox with a browser in front of it. Opened pages collect what goes wrong inside them. */
export async function setStage() {
	const sandbox = await startSandbox({ port: 0 });
	const browser: Browser = await openBrowser();
	const wrongs: string[] = [];
	const v9 = v9Of(sandbox.origin);

	return {
		origin: sandbox.origin,
		client: sandboxClient(sandbox.origin),
		v9,
		/** One request, one campaign. */
		send: async ({ to, text, sender, date, campaignName }: TestSms): Promise<void> => {
			await v9.send({
				MESSAGE: text,
				...(sender === undefined ? {} : { TPOA: sender }),
				...(date === undefined ? {} : { DATE: date }),
				...(campaignName === undefined ? {} : { CAMPAIGN_NAME: campaignName }),
				SMS: to.split(',').map((MOBILEPHONE) => ({ MOBILEPHONE })),
			});
		},
		/** Errors of scripts and of the console in any page so far. */
		wrongs,
		openPage: async (hash = '', window: Window = {}): Promise<Page> => {
			const { width = 1280, height = 800, ...others } = window;
			const page = await browser.newPage({
				viewport: { width, height },
				colorScheme: 'light',
				...others,
			});
			page.setDefaultTimeout(30_000);
			page.on('pageerror', (error) => wrongs.push(error.message));
			page.on('console', (line) => {
				if (line.type() === 'error') wrongs.push(line.text());
			});
			await page.goto(`${sandbox.origin}/${hash}`);
			await page.getByText('Live', { exact: true }).waitFor();
			return page;
		},
		close: async (): Promise<void> => {
			await browser.close();
			await sandbox.close();
		},
	};
}

export type Stage = Awaited<ReturnType<typeof setStage>>;
