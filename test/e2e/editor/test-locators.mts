import { expect, test } from '@jest/globals';

import { v9Of } from '../../sandbox/client/v9.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';

/** Lists that are offered where a person would have to type a name. */
export function testLocators(scene: Scene): void {
	test('contact lists are offered, searched and chosen', async () => {
		const { editor, stage } = scene;
		for (const LISTNAME of ['Patients', 'Customers of Paris', 'Customers of Lyon']) {
			await v9Of(stage.sandboxOrigin).call('createList', {
				listData: JSON.stringify({ DATA: { LISTNAME } }),
			});
		}
		const panel = await editor.openNode('AllMySMS');
		await panel.choose('resource', 'Contact');
		await panel.choose('operation', 'Get Many');
		const offered = await panel.offeredBy('listName');
		expect(offered.sort()).toEqual(['Customers of Lyon', 'Customers of Paris', 'Patients']);
		expect(await panel.offeredBy('listName', 'lyon')).toEqual(['Customers of Lyon']);
		await keepScreenshot(editor.page, 'locator-contact-list');
		await panel.pickOffered('Customers of Lyon');
		await panel.choose('resource', 'Contact List');
		await panel.choose('operation', 'Delete');
		await panel.choose('operation', 'Create');
		await panel.writeName('listName', 'Customers of Nice');
		await panel.choose('operation', 'Get Many');
		await panel.close();
	});

	test('sub-accounts are offered with their companies, searched and chosen', async () => {
		const { editor, stage } = scene;
		for (const [LOGIN, SOCIETY] of [
			['shop-lyon', 'Shop'],
			['bakery', 'Bread'],
		]) {
			const DATA = {
				LOGIN,
				SOCIETY,
				FIRSTNAME: 'Anna',
				LASTNAME: 'Martin',
				MOBILE: '+33612345678',
				EMAIL: 'anna@example.com',
				PASSWORD: 'secret-1',
			};
			await v9Of(stage.sandboxOrigin).call('createSubAccount', {
				accountData: JSON.stringify({ DATA }),
			});
		}
		const panel = await editor.openNode('AllMySMS');
		await panel.choose('resource', 'Sub-Account');
		await panel.choose('operation', 'Adjust Credits');
		const offered = await panel.offeredBy('subAccount');
		expect(offered.sort()).toEqual(['bakery (Bread)', 'shop-lyon (Shop)']);
		expect(await panel.offeredBy('subAccount', 'bread')).toEqual(['bakery (Bread)']);
		await keepScreenshot(editor.page, 'locator-sub-account');
		await panel.pickOffered('bakery (Bread)');
		await panel.choose('operation', 'Create');
		await panel.writeName('subAccount', 'shop-nice');
		await keepScreenshot(editor.page, 'locator-after-another-operation');
		await panel.choose('operation', 'Get Many');
		await panel.close();
	});
}
