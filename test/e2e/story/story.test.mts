import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import type { StoredWorkflow } from '../../../local-n8n/client/workflows.mts';
import { setN8nStage, type N8nStage } from '../browser/n8n-stage.mts';
import { openBrowser } from '../browser/open-browser.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { Editor } from '../editor/editor.mts';
import { placeExamples } from './examples.mts';
import { executionWith } from './execution-with.mts';

jest.setTimeout(180_000);

let stage: N8nStage;
let browser: Browser;
let editor: Editor;
let phones: Page;
let campaign: StoredWorkflow;
let handler: StoredWorkflow;

beforeAll(async () => {
	[stage, browser] = await Promise.all([setN8nStage(), openBrowser()]);
	({ campaign, handler } = await placeExamples(stage));
	editor = await Editor.open(browser, stage.url);
	phones = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await phones.goto(stage.sandboxOrigin);
});

afterAll(async () => {
	await browser.close();
	await stage.close();
});

test('the campaign is run from the editor, and its output tells who got an SMS', async () => {
	await editor.openWorkflow(campaign.id);
	await editor.executeWorkflow();
	await editor.node('Call by Phone').getByTestId('canvas-node-status-success').waitFor();
	await keepScreenshot(editor.page, 'story-campaign');

	await editor.openNode('Send Reminders');
	const rows = await editor.outputTable();
	expect(rows.map(({ to, status }) => ({ to, status }))).toEqual([
		{ to: '33612345678', status: 'sent' },
		{ to: '33623456789', status: 'sent' },
		{ to: '33734567890', status: 'sent' },
		{ to: '06 12 34', status: 'rejected' },
		{ to: '33645678912', status: 'sent' },
	]);
	await keepScreenshot(editor.page, 'story-output');
	await editor.closeNode();
});

test('every phone shows its own SMS, and its receipt reaches n8n', async () => {
	await phones.getByText('4 phones').waitFor();
	await phones.getByRole('link', { name: '+33 6 12 34 56 78' }).click();
	const log = phones.getByRole('log');
	await log.getByText(/^Hello Anna Martin, we expect you on .+ at 09:30\. Reply YES/).waitFor();
	await log.getByText('Delivered').waitFor();
	const receipt = await executionWith(stage.session, handler.id, 'Note Delivery');
	expect(receipt.item).toMatchObject({ phone: expect.stringMatching(/^33\d{9}$/) });
});

test('a reply typed on the page starts the second workflow, whose answer arrives', async () => {
	await phones.getByLabel('Reply from +33 6 12 34 56 78').fill('YES 👍');
	await phones.getByRole('button', { name: 'Send', exact: true }).click();
	const log = phones.getByRole('log');
	await log.getByText('Thank you, we noted your answer: YES 👍').waitFor({ timeout: 30_000 });
	await phones
		.getByRole('complementary', { name: 'Pushes to n8n' })
		.getByText('Reply “YES 👍” · +33 6 12 34 56 78')
		.waitFor();
	await keepScreenshot(phones, 'story-phone');

	const answer = await executionWith(stage.session, handler.id, 'Answer by SMS');
	expect(answer.item).toMatchObject({ to: '33612345678', status: 'sent' });
	await editor.goTo(`/workflow/${handler.id}/executions/${answer.execution.id}`);
	await editor.page.getByTestId('execution-preview-id').waitFor({ timeout: 60_000 });
	await keepScreenshot(editor.page, 'story-execution');
});

test('STOP is noted and not answered', async () => {
	const sentBefore = await stage.sandbox.control('GET', '/messages');
	await phones.getByRole('button', { name: 'Send STOP from +33 6 12 34 56 78' }).click();
	await phones.getByText('Blacklisted by STOP').waitFor();
	const noted = await executionWith(stage.session, handler.id, 'Note STOP');
	expect(noted.item).toMatchObject({ phone: '33612345678', doNotText: true });
	const sentAfter = await stage.sandbox.control('GET', '/messages');
	expect(sentAfter).toHaveLength((sentBefore as unknown[]).length);
});
