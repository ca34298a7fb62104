import { expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { contractOperations } from './contract-operations.mts';
import { operationsOf, resourcesOf, type Choice } from './node-description.mts';

const values = (choices: readonly Choice[]): string[] => choices.map(({ value }) => value).sort();

/** Section 3 of the contract, operation by operation, as a person clicks through them. */
export function testOperations(scene: Scene): void {
	test('every resource opens, and each operation shows its parameters', async () => {
		const { editor } = scene;
		const description = await editor.nodeDescription('n8n-nodes-allmysms.allMySms');
		const resources = resourcesOf(description);
		expect(values(resources)).toEqual(Object.keys(contractOperations).sort());
		const panel = await editor.openNode('AllMySMS');

		for (const resource of resources) {
			await panel.choose('resource', resource.name);
			const operations = operationsOf(description, resource.value);
			const promised = contractOperations[resource.value] ?? {};
			expect(values(operations)).toEqual(Object.keys(promised).sort());
			for (const operation of operations) {
				await panel.choose('operation', operation.name);
				const names = promised[operation.value] ?? [];
				await until(`${names.join(', ')} of ${resource.name} › ${operation.name}`, async () => {
					const shown = await panel.shownParameters();
					return names.every((name) => shown.includes(name));
				});
				await keepScreenshot(editor.page, `operation-${resource.value}-${operation.value}`);
			}
		}
		expect(await editor.errorNotices()).toEqual([]);
		await panel.close();
	});
}
