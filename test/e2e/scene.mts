import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';
import { openBrowser } from './browser/open-browser.mts';
import { Editor } from './editor/editor.mts';

/** What all suites of a file share: an n8n is expensive to start. Filled before the first test. */
export interface Scene {
	readonly stage: N8nStage;
	readonly browser: Browser;
	readonly editor: Editor;
}

/** Starts n8n, the sandbox and a browser before the tests of this file, and ends them after. */
export function sharedScene(): Scene {
	let scene: Scene | undefined;
	const ready = (): Scene => {
		if (scene === undefined) throw new Error('The scene is ready only inside tests');
		return scene;
	};

	beforeAll(async () => {
		const [stage, browser] = await Promise.all([setN8nStage(), openBrowser()]);
		scene = { stage, browser, editor: await Editor.open(browser, stage.url) };
	});

	afterAll(async () => {
		const { stage, browser, editor } = ready();
		await browser.close();
		await stage.close();
		expect(editor.wrongs).toEqual([]);
	});

	return {
		get stage() {
			return ready().stage;
		},
		get browser() {
			return ready().browser;
		},
		get editor() {
			return ready().editor;
		},
	};
}
