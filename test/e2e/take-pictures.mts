/** `npm run pictures`: takes the pictures of the README in a real editor, by day and by night. */
import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

import { playExample } from './approvals/examples.mts';
import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';
import { openBrowser } from './browser/open-browser.mts';
import { until } from './browser/until.mts';
import { Editor } from './editor/editor.mts';
import { checkSize, fileOf, images, schemes, type Scheme } from './pictures/image-file.mts';
import { placePanels, takeCredential, takeSending, takeTrigger } from './pictures/panels.mts';
import { placeExamples } from './story/examples.mts';
import { executionWith } from './story/execution-with.mts';

/** How far n8n's tabs reach into its canvas from above, and its tools from the right, in pixels. */
const overlap = { top: 20, right: 70 };

const viewport = { width: 1400, height: 760 };

/** The campaign on n8n's canvas, as it looks after a run. */
async function takeWorkflow(
	stage: N8nStage,
	browser: Browser,
	scheme: Scheme,
	campaignId: string,
): Promise<void> {
	const file = fileOf('workflow', scheme);
	const editor = await Editor.open(browser, stage.url, scheme);
	await editor.page.setViewportSize(viewport);
	await editor.openWorkflow(campaignId);
	await editor.executeWorkflow();
	await editor.nodeSucceeded('Call by Phone');
	await editor.page.getByTestId('zoom-to-fit').click();
	await editor.page.getByText('Workflow executed successfully').waitFor({ state: 'hidden' });
	const canvas = await editor.page.getByTestId('canvas-wrapper').boundingBox();
	if (canvas === null) throw new Error('n8n shows no canvas');
	const clip = {
		x: canvas.x,
		y: canvas.y + overlap.top,
		width: canvas.width - overlap.right,
		height: canvas.height - overlap.top,
	};
	await editor.page.screenshot({ path: file, clip, animations: 'disabled' });
	await editor.page.context().close();
	await checkSize(file);
}

/** One person answers, and the second workflow answers back. */
async function playReply(stage: N8nStage, browser: Browser, handlerId: string): Promise<void> {
	const page = await browser.newPage({ viewport });
	await page.goto(`${stage.sandboxOrigin}/#/phones/33612345678`);
	await page.getByLabel('Reply from +33 6 12 34 56 78').fill('YES, thank you');
	await page.keyboard.press('Enter');
	await executionWith(stage.session, handlerId, 'Answer by SMS');
	await page.close();
}

/** The phones of the sandbox's page side by side, one with a reply and its answer. */
async function takeSandbox(stage: N8nStage, browser: Browser, scheme: Scheme): Promise<void> {
	const file = fileOf('sandbox', scheme);
	const page = await browser.newPage({
		viewport: { ...viewport, height: 820 },
		colorScheme: scheme,
	});
	await page.goto(`${stage.sandboxOrigin}/#/phones/side-by-side`);
	const answered = page.getByRole('region', { name: '+33 6 12 34 56 78', exact: true });
	await answered.getByText('we noted your answer').waitFor();
	await answered.getByText('Delivered').nth(1).waitFor();
	await page.getByText('Waiting', { exact: true }).waitFor({ state: 'hidden' });
	await page.screenshot({ path: file, animations: 'disabled' });
	await page.close();
	await checkSize(file);
}

/** The page that the link of an SMS opens, on a phone. */
async function takeApproval(browser: Browser, scheme: Scheme, link: string): Promise<void> {
	const file = fileOf('approval', scheme);
	const page = await browser.newPage({
		viewport: { width: 360, height: 480 },
		deviceScaleFactor: 2,
		colorScheme: scheme,
		locale: 'en-GB',
	});
	await page.goto(link);
	await page.getByRole('button', { name: 'Decline' }).waitFor();
	await page.screenshot({ path: file });
	await page.close();
	await checkSize(file);
}

await mkdir(images, { recursive: true });
const browser = await openBrowser();
const stage = await setN8nStage();
try {
	const { campaign, handler } = await placeExamples(stage);
	for (const scheme of schemes) {
		await stage.sandbox.reset();
		await takeWorkflow(stage, browser, scheme, campaign.id);
	}
	await playReply(stage, browser, handler.id);
	for (const scheme of schemes) await takeSandbox(stage, browser, scheme);
	await playExample(stage, 'approval-by-sms');
	const link = await until('the question', async () => {
		const [message] = await stage.sandbox.messages();
		return /http\S+/.exec(message?.text ?? '')?.[0];
	});
	for (const scheme of schemes) await takeApproval(browser, scheme, link);
	const panels = await placePanels(stage);
	for (const scheme of schemes) {
		await takeSending(stage, browser, scheme, panels.campaign);
		await takeTrigger(stage, browser, scheme, panels.handler);
		await takeCredential(stage, browser, scheme);
	}
} finally {
	await browser.close();
	await stage.close();
}
