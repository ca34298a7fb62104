import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { deactivate, type StoredWorkflow } from '../../../local-n8n/client/workflows.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { rowOf } from '../sandbox-page/stage.mts';
import type { Scene } from '../scene.mts';
import { placeExamples } from './examples.mts';
import { executionWith } from './execution-with.mts';

/** The main job, as a person plays it: campaign out, receipts in, a reply answered, STOP noted. */
export const storySuite = (scene: Scene): void =>
	describe('story', () => {
		let phones: Page;
		let campaign: StoredWorkflow;
		let handler: StoredWorkflow;

		beforeAll(async () => {
			await scene.stage.sandbox.reset();
			({ campaign, handler } = await placeExamples(scene.stage));
			phones = await scene.browser.newPage({ viewport: { width: 1440, height: 900 } });
			await phones.goto(scene.stage.sandboxOrigin);
		});

		afterAll(async () => {
			await phones.close();
			await deactivate(scene.stage.session, handler.id);
		});

		test('the campaign is run from the editor, and its output tells who got an SMS', async () => {
			const { editor } = scene;
			await editor.openWorkflow(campaign.id);
			await editor.executeWorkflow();
			await editor.nodeSucceeded('Call by Phone');
			await keepScreenshot(editor.page, 'story-campaign');

			const panel = await editor.openNode('Send Reminders');
			const rows = await panel.outputTable();
			expect(rows.map(({ to, status }) => ({ to, status }))).toEqual([
				{ to: '+33612345678', status: 'sent' },
				{ to: '+33623456789', status: 'sent' },
				{ to: '+33734567890', status: 'sent' },
				{ to: '06 12 34', status: 'rejected' },
				{ to: '+33645678912', status: 'sent' },
			]);
			await keepScreenshot(editor.page, 'story-output');
			await panel.close();
		});

		test('every phone shows its own SMS, and its receipt reaches n8n', async () => {
			await phones.getByText('4 phones', { exact: true }).waitFor();
			await rowOf(phones, '+33 6 12 34 56 78').click();
			const log = phones.getByRole('log');
			await log.getByText(/^Hello Anna Martin, we expect you on .+ at 09:30\. Reply YES/).waitFor();
			await log.getByText('Delivered').waitFor();
			const receipt = await executionWith(scene.stage.session, handler.id, 'Note Delivery');
			expect(receipt.item).toMatchObject({ phone: expect.stringMatching(/^\+33\d{9}$/) });
		});

		test('a reply typed on the page starts the second workflow, whose answer arrives', async () => {
			await phones.getByLabel('Reply from +33 6 12 34 56 78').fill('YES 👍');
			await phones.getByRole('button', { name: 'Send from +33 6 12 34 56 78' }).click();
			const log = phones.getByRole('log');
			await log.getByText('Thank you, we noted your answer: YES 👍').waitFor({ timeout: 30_000 });
			await phones
				.getByRole('complementary', { name: 'Pushes to n8n' })
				.getByText('+33 6 12 34 56 78 · “YES 👍”')
				.waitFor();
			await keepScreenshot(phones, 'story-phone');

			const answer = await executionWith(scene.stage.session, handler.id, 'Answer by SMS');
			expect(answer.item).toMatchObject({ to: '+33612345678', status: 'sent' });
			const { editor } = scene;
			await editor.goTo(
				`/workflow/${handler.id}/executions/${answer.execution.id}`,
				editor.page.getByTestId('execution-preview-id'),
			);
			await keepScreenshot(editor.page, 'story-execution');
		});

		test('STOP is noted and not answered', async () => {
			const sentBefore = await scene.stage.sandbox.messages();
			await phones.getByRole('button', { name: 'Send STOP from +33 6 12 34 56 78' }).click();
			await phones.getByText('Blacklisted by STOP').waitFor();
			const noted = await executionWith(scene.stage.session, handler.id, 'Note STOP');
			expect(noted.item).toMatchObject({ phone: '+33612345678', doNotText: true });
			const sentAfter = await scene.stage.sandbox.messages();
			expect(sentAfter).toHaveLength(sentBefore.length);
		});
	});
