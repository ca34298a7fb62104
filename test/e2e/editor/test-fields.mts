import { expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';
import { contractOperations, sendOptions, triggerOptions } from './contract-operations.mts';

/** Tall enough for every field of a panel at once. */
const tall = { width: 1440, height: 2600 };
const usual = { width: 1440, height: 1000 };

/** Sections 3.1 and 4 of the contract, field by field. */
export function testFields(scene: Scene): void {
	test('"Send" shows every field and every option of the contract', async () => {
		const { editor } = scene;
		const panel = await editor.openNode('AllMySMS');
		await panel.parameter('uniqueKey').waitFor();
		expect(await panel.shownParameters()).toEqual(
			expect.arrayContaining([
				...(contractOperations.sms?.send ?? []),
				...Object.keys(sendOptions),
			]),
		);
		await keepScreenshot(editor.page, 'editor-send');
		await editor.page.setViewportSize(tall);
		await keepScreenshot(editor.page, 'editor-send-whole');
		await editor.page.setViewportSize(usual);
		await panel.close();
	});

	test('the trigger shows its address, its events and every option', async () => {
		const { editor, stage } = scene;
		const panel = await editor.openNode('AllMySMS Trigger');
		await panel.parameter('events').waitFor();
		expect(await panel.shownParameters()).toEqual(
			expect.arrayContaining(['events', ...Object.keys(triggerOptions)]),
		);
		const address = await panel.webhookAddress();
		expect(address).toMatch(/^http:.+\/webhook(-test)?\/[\w-]+\/allmysms$/);
		expect(address).toContain(stage.url);
		await keepScreenshot(editor.page, 'editor-trigger');
		await panel.close();
	});
}
