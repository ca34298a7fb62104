import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { sandboxClient, type SandboxClient } from '../../../sandbox/client.mts';
import { startSandbox, type RunningSandbox } from '../../../sandbox/start-sandbox.mts';
import { v9Of, type V9 } from '../../sandbox/client/v9.mts';
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

/**
 * A sandbox for one test file, with a browser in front of it: opened before its tests, closed after
 * them. No test may leave an error of a script or of the console in a page.
 *
 * @param filled once by the file, for all of its tests; otherwise the sandbox is emptied after each
 */
export function setStage(filled?: 'once') {
	jest.setTimeout(180_000);
	const wrongs: string[] = [];
	let sandbox: RunningSandbox | undefined;
	let browser: Browser | undefined;
	const origin = (): string => {
		if (!sandbox) throw new Error('The sandbox is not started yet');
		return sandbox.origin;
	};
	const v9 = (): V9 => v9Of(origin());

	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0 });
		browser = await openBrowser();
	});
	afterEach(async () => {
		expect(wrongs).toEqual([]);
		if (filled !== 'once') await sandboxClient(origin()).reset();
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.close();
	});

	return {
		get origin(): string {
			return origin();
		},
		get client(): SandboxClient {
			return sandboxClient(origin());
		},
		get v9(): V9 {
			return v9();
		},
		/** One request, one campaign. */
		send: async ({ to, text, sender, date, campaignName }: TestSms): Promise<void> => {
			await v9().send({
				MESSAGE: text,
				...(sender === undefined ? {} : { TPOA: sender }),
				...(date === undefined ? {} : { DATE: date }),
				...(campaignName === undefined ? {} : { CAMPAIGN_NAME: campaignName }),
				SMS: to.split(',').map((MOBILEPHONE) => ({ MOBILEPHONE })),
			});
		},
		openPage: async (hash = '', window: Window = {}): Promise<Page> => {
			const { width = 1280, height = 800, ...others } = window;
			if (!browser) throw new Error('The browser is not open yet');
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
			await page.goto(`${origin()}/${hash}`);
			await page.getByText('Live', { exact: true }).waitFor();
			return page;
		},
	};
}
