import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { readExecution } from '../../../local-n8n/client/executions.mts';
import { setN8nStage, type N8nStage } from '../browser/n8n-stage.mts';
import { openBrowser } from '../browser/open-browser.mts';
import type { OpenQuestion } from './question.mts';

/** What the tests of one n8n share. Filled before the first test. */
export interface ApprovalScene {
	readonly line: '1' | '2';
	readonly stage: N8nStage;
	readonly browser: Browser;
	/** The browser of a small French phone, without scripts. */
	readonly page: Page;
	/** Where the execution of a question stands. */
	readonly statusOf: (question: OpenQuestion) => Promise<string>;
}

/** Starts n8n, the sandbox and a browser before the tests of a `describe`, and ends them after. */
export function approvalScene(line: '1' | '2'): ApprovalScene {
	let opened: Pick<ApprovalScene, 'stage' | 'browser' | 'page'> | undefined;
	const scene = () => {
		if (!opened) throw new Error('The scene is ready only inside tests');
		return opened;
	};

	beforeAll(async () => {
		const [stage, browser] = await Promise.all([setN8nStage({ line }), openBrowser()]);
		const context = await browser.newContext({
			viewport: { width: 360, height: 640 },
			locale: 'fr-FR',
			javaScriptEnabled: false,
		});
		opened = { stage, browser, page: await context.newPage() };
	});
	afterAll(async () => {
		await opened?.browser.close();
		await opened?.stage.close();
	});

	return {
		line,
		get stage() {
			return scene().stage;
		},
		get browser() {
			return scene().browser;
		},
		get page() {
			return scene().page;
		},
		statusOf: async ({ executionId }) =>
			(await readExecution(scene().stage.session, executionId)).status,
	};
}
