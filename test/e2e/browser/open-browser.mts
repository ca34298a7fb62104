import { chromium, type Browser } from 'playwright-core';

import { findBrowser } from '../../../setup/browser.mjs';

/** A headless Chromium that calls nobody by itself. The caller closes it. */
export const openBrowser = async (): Promise<Browser> =>
	await chromium.launch({
		executablePath: findBrowser(),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
