import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { waitForExecution } from '../../../local-n8n/client/executions.mts';
import { webhookAddress, waitForWebhook } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	deactivate,
	runManually,
	withCredential,
	type StoredWorkflow,
} from '../../../local-n8n/client/workflows.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';
import { readExample } from './examples.mts';

/** A delivery is approved as two people do it, both on the phones of the sandbox's page. */
export const deliverySuite = (scene: Scene): void =>
	describe('delivery approval', () => {
		let phones: Page;
		let delivery: StoredWorkflow;
		let executionId: string;

		const phone = (name: string) => phones.getByRole('region', { name, exact: true });

		beforeAll(async () => {
			const { stage, browser } = scene;
			await stage.sandbox.reset();
			const example = withCredential(await readExample('delivery-approval'), stage.credential);
			delivery = await createWorkflow(stage.session, example);
			await activate(stage.session, delivery.id);
			const replyUrl = webhookAddress(stage.url, delivery);
			await waitForWebhook(replyUrl);
			await stage.sandbox.setWebhooks({ replyUrl, deliveryReportUrl: '' });
			phones = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			await phones.goto(`${stage.sandboxOrigin}/#/phones/side-by-side`);
		});

		afterAll(async () => {
			await phones.close();
			await deactivate(scene.stage.session, delivery.id);
		});

		test('the warehouse taps the link of its SMS and presses a button', async () => {
			const trigger = delivery.nodes.find(({ type }) => type.endsWith('.manualTrigger'));
			executionId = await runManually(scene.stage.session, delivery.id, trigger?.name ?? '');
			const opening = phones.waitForEvent('popup');
			await phone('+33 6 98 76 54 32')
				.getByRole('link', { name: /webhook-waiting/ })
				.click();
			const answerPage = await opening;
			await answerPage.getByText('Order 48213 for Anna Martin is packed. May it leave?').waitFor();
			await keepScreenshot(answerPage, 'delivery-answer');
			await answerPage.getByRole('button', { name: 'Let it leave' }).click();
			await answerPage.getByText('Let it leave').waitFor();
			await answerPage.close();
		});

		test('the customer is asked, and replies', async () => {
			const customer = phone('+33 6 12 34 56 78');
			await customer.getByText(/your order arrives tomorrow between 9:00 and 12:00/).waitFor();
			await phones.getByLabel('Reply from +33 6 12 34 56 78').fill('1');
			await phones.keyboard.press('Enter');
			await customer.getByText('Thank you! Order 48213 comes tomorrow').waitFor();
			await keepScreenshot(phones, 'delivery-phones');

			const execution = await waitForExecution(scene.stage.session, executionId);
			expect(execution.status).toBe('success');
			expect(execution.runs['Plan Another Day']).toBeUndefined();
			expect(execution.runs['Keep It Back']).toBeUndefined();
			expect(await scene.stage.sandbox.messages()).toHaveLength(3);
		});
	});
