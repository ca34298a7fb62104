import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { createWorkflow, withCredential } from '../../../local-n8n/client/workflows.mts';
import { setN8nStage, type N8nStage } from '../browser/n8n-stage.mts';
import { openBrowser } from '../browser/open-browser.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import { contractOperations, sendOptions, triggerOptions } from './contract-operations.mts';
import { Editor } from './editor.mts';
import { operationsOf, resourcesOf } from './node-description.mts';
import { bothNodes } from './workflows.mts';

jest.setTimeout(180_000);

let stage: N8nStage;
let browser: Browser;
let editor: Editor;

/** Stores a workflow with both nodes and opens it. */
async function openBothNodes(
	name: string,
	action: Record<string, unknown>,
	trigger: Record<string, unknown> = {},
): Promise<void> {
	const workflow = withCredential(bothNodes(name, action, trigger), stage.credential);
	const { id } = await createWorkflow(stage.session, workflow);
	await editor.openWorkflow(id);
}

beforeAll(async () => {
	[stage, browser] = await Promise.all([setN8nStage(), openBrowser()]);
	editor = await Editor.open(browser, stage.url);
});

afterAll(async () => {
	await browser.close();
	await stage.close();
	expect(editor.wrongs).toEqual([]);
});

test('"Send" shows every field and every option of the contract', async () => {
	await openBothNodes('Every option', {
		resource: 'sms',
		operation: 'send',
		to: '06 12 34 56 78',
		message: '=Hello {{ $json.name }}, see you #param_1#',
		dynamicParameters: { parameters: [{ value: 'tomorrow' }] },
		options: sendOptions,
	});
	await editor.openNode('AllMySMS');
	await editor.parameter('uniqueKey').waitFor();
	const shown = await editor.shownParameters();
	expect(shown).toEqual(
		expect.arrayContaining([...(contractOperations.sms?.send ?? []), ...Object.keys(sendOptions)]),
	);
	await keepScreenshot(editor.page, 'editor-send');
	await editor.page.setViewportSize({ width: 1440, height: 2600 });
	await keepScreenshot(editor.page, 'editor-send-whole');
	await editor.page.setViewportSize({ width: 1440, height: 1000 });
	await editor.closeNode();
});

test('the trigger shows its address, its events and every option of the contract', async () => {
	await openBothNodes(
		'Trigger',
		{ resource: 'sms', operation: 'send', to: '0612345678', message: 'Hello' },
		{ events: ['deliveryReport', 'reply', 'stop'], options: triggerOptions },
	);
	await editor.openNode('AllMySMS Trigger');
	await editor.parameter('events').waitFor();
	expect(await editor.shownParameters()).toEqual(
		expect.arrayContaining(['events', ...Object.keys(triggerOptions)]),
	);
	const address = await until('the address of the webhook', async () => {
		const text = await editor.panel.innerText();
		return /https?:\/\/\S+\/webhook(-test)?\/\S+\/allmysms/.exec(text)?.[0];
	});
	expect(address).toContain(stage.url);
	await keepScreenshot(editor.page, 'editor-trigger');
	await editor.closeNode();
});

describe('every resource opens', () => {
	test('each operation shows the parameters of the contract', async () => {
		await openBothNodes('Resources', {
			resource: 'sms',
			operation: 'send',
			to: '0612345678',
			message: 'Hello',
		});
		const description = await editor.nodeDescription('n8n-nodes-allmysms.allMySms');
		const resources = resourcesOf(description);
		expect(resources.map(({ value }) => value).sort()).toEqual(
			Object.keys(contractOperations).sort(),
		);
		await editor.openNode('AllMySMS');
		for (const resource of resources) {
			await editor.choose('resource', resource.name);
			const operations = operationsOf(description, resource.value);
			const promised = contractOperations[resource.value] ?? {};
			expect(operations.map(({ value }) => value).sort()).toEqual(Object.keys(promised).sort());
			for (const operation of operations) {
				await editor.choose('operation', operation.name);
				const names = ['resource', 'operation', ...(promised[operation.value] ?? [])];
				await until(`${names.join(', ')} of ${resource.name} › ${operation.name}`, async () => {
					const shown = await editor.shownParameters();
					return names.every((name) => shown.includes(name));
				});
				await keepScreenshot(editor.page, `operation-${resource.value}-${operation.value}`);
			}
		}
		expect(await editor.page.locator('.el-notification--error, .el-message--error').count()).toBe(
			0,
		);
		await editor.closeNode();
	});
});

test('both nodes have an icon that is drawn, on light and on dark', async () => {
	for (const scheme of ['light', 'dark'] as const) {
		const window = await Editor.open(browser, stage.url, scheme);
		const workflow = bothNodes(`Icons ${scheme}`, { resource: 'sms', operation: 'send' });
		const { id } = await createWorkflow(stage.session, workflow);
		await window.openWorkflow(id);
		for (const name of ['AllMySMS', 'AllMySMS Trigger']) {
			const width = await until(
				`the icon of ${name}`,
				async () =>
					await window
						.node(name)
						.locator('img')
						.first()
						.evaluate((image) =>
							image instanceof HTMLImageElement && image.complete ? image.naturalWidth : 0,
						),
			);
			expect(width).toBeGreaterThan(0);
		}
		await keepScreenshot(window.page, `editor-canvas-${scheme}`);
		await window.close();
	}
});
