import { describe, expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { contractOperations, sendOptions, triggerOptions } from './contract-operations.mts';
import { openBothNodes } from './open-both-nodes.mts';

/** Tall enough for every field of a panel at once. */
const tall = { width: 1440, height: 2600 };
const usual = { width: 1440, height: 1000 };

/** Sections 3.1 and 4 of the contract, field by field. */
export const fieldsSuite = (scene: Scene): void =>
	describe('fields', () => {
		test('"Send" shows every field and every option of the contract', async () => {
			const { editor } = scene;
			await openBothNodes(scene, 'Every option', {
				resource: 'sms',
				operation: 'send',
				to: '06 12 34 56 78',
				message: '=Hello {{ $json.name }}, see you #param_1#',
				dynamicParameters: { parameters: [{ value: 'tomorrow' }] },
				options: sendOptions,
			});
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
			await openBothNodes(
				scene,
				'Trigger',
				{ resource: 'sms', operation: 'send', to: '0612345678', message: 'Hello' },
				{ events: ['deliveryReport', 'reply', 'stop'], options: triggerOptions },
			);
			const panel = await editor.openNode('AllMySMS Trigger');
			await panel.parameter('events').waitFor();
			expect(await panel.shownParameters()).toEqual(
				expect.arrayContaining(['events', ...Object.keys(triggerOptions)]),
			);
			const address = await until('the address of the webhook', async () => {
				const text = await panel.root.innerText();
				return /https?:\/\/\S+\/webhook(-test)?\/\S+\/allmysms/.exec(text)?.[0];
			});
			expect(address).toContain(stage.url);
			await keepScreenshot(editor.page, 'editor-trigger');
			await panel.close();
		});
	});
