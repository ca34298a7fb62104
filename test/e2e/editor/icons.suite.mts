import { describe, expect, test } from '@jest/globals';

import { createWorkflow } from '../../../local-n8n/client/workflows.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { Editor } from './editor.mts';
import { bothNodes } from './workflows.mts';

/** Icons are drawn by n8n from our files, one for each colour scheme. */
export const iconsSuite = (scene: Scene): void =>
	describe('icons', () => {
		test.each(['light', 'dark'] as const)('both nodes have one on %s', async (scheme) => {
			const { browser, stage } = scene;
			const editor = await Editor.open(browser, stage.url, scheme);
			const workflow = bothNodes(`Icons ${scheme}`, { resource: 'sms', operation: 'send' });
			await editor.openWorkflow((await createWorkflow(stage.session, workflow)).id);
			const addresses: string[] = [];
			for (const name of ['AllMySMS', 'AllMySMS Trigger']) {
				const drawn = await until(
					`the icon of ${name}`,
					async () =>
						await editor
							.node(name)
							.locator('img')
							.first()
							.evaluate((image) =>
								image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0
									? image.src
									: null,
							),
				);
				addresses.push(drawn);
			}
			for (const address of addresses) {
				expect(address.endsWith(scheme === 'dark' ? 'allmysms.dark.svg' : 'allmysms.svg')).toBe(
					true,
				);
			}
			await keepScreenshot(editor.page, `editor-canvas-${scheme}`);
			await editor.close();
		});
	});
