import { describe, expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';
import { openBothNodes } from './open-both-nodes.mts';

/** Lists that are offered where a person would have to type a name. */
export const locatorsSuite = (scene: Scene): void =>
	describe('resource locators', () => {
		test('contact lists are offered, searched and chosen', async () => {
			const { editor, stage } = scene;
			for (const LISTNAME of ['Patients', 'Customers of Paris', 'Customers of Lyon']) {
				await stage.sandbox.callApi('createList', {
					listData: JSON.stringify({ DATA: { LISTNAME } }),
				});
			}
			await openBothNodes(scene, 'Lists', { resource: 'contact', operation: 'getAll' });
			const panel = await editor.openNode('AllMySMS');
			expect(await panel.offeredBy('listName')).toEqual([
				'Customers of Lyon',
				'Customers of Paris',
				'Patients',
			]);
			expect(await panel.offeredBy('listName', 'lyon')).toEqual(['Customers of Lyon']);
			await keepScreenshot(editor.page, 'locator-contact-list');
			await panel.pickOffered('Customers of Lyon');
			await panel.close();
		});
	});
