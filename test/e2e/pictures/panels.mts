import type { Browser, Locator, Page } from 'playwright-core';

import {
	createWorkflow,
	withCredential,
	type StoredWorkflow,
	type Workflow,
} from '../../../local-n8n/client/workflows.mts';
import type { N8nStage } from '../browser/n8n-stage.mts';
import { CredentialPage } from '../editor/credential-page.mts';
import { Editor } from '../editor/editor.mts';
import { readExample } from '../story/examples.mts';
import { checkSize, fileOf, type Scheme } from './image-file.mts';

const panelSize = { width: 1400, height: 760 };

/** Curly quotes and a long dash, so that the node has something to hint at. */
const MESSAGE =
	'=Hello {{ $json.name }}, we expect you tomorrow at 9:30 – please reply “YES” to confirm.';

async function take(page: Page, name: string, scheme: Scheme, part: Locator): Promise<void> {
	const file = fileOf(name, scheme);
	// Neither a message that fades nor the pointer on a field belongs into a picture.
	await page.mouse.move(0, 0);
	await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	await part.screenshot({ path: file, animations: 'disabled' });
	await checkSize(file);
}

/** The campaign of the examples with a text that costs more than it must, and the trigger's workflow. */
export async function placePanels(
	stage: N8nStage,
): Promise<{ campaign: StoredWorkflow; handler: StoredWorkflow }> {
	const place = async (name: string, change: (workflow: Workflow) => Workflow) =>
		await createWorkflow(
			stage.session,
			withCredential(change(await readExample(name)), stage.credential),
		);
	const campaign = await place('appointment-campaign', (workflow) => ({
		...workflow,
		name: 'Appointments of May',
		nodes: workflow.nodes.map((node) =>
			node.name === 'Send Reminders'
				? { ...node, parameters: { ...node.parameters, message: MESSAGE } }
				: node,
		),
	}));
	const handler = await place('two-way-conversation', (workflow) => ({
		...workflow,
		name: 'Two-way conversation',
	}));
	return { campaign, handler };
}

/** The panel of "Send" before a run, and with its output and hints after it. */
export async function takeSending(
	stage: N8nStage,
	browser: Browser,
	scheme: Scheme,
	{ id }: StoredWorkflow,
): Promise<void> {
	const editor = await Editor.open(browser, stage.url, scheme);
	const { page } = editor;
	await page.setViewportSize(panelSize);
	await editor.openWorkflow(id);
	await editor.executeWorkflow();
	await editor.nodeSucceeded('Call by Phone');
	const panel = await editor.openNode('Send Reminders');
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.getByTestId('ndv-data-container').locator('table').waitFor();
	await take(page, 'execution', scheme, panel.root);
	await take(
		page,
		'send',
		scheme,
		panel.root
			.getByTestId('ndv-parameters-panel')
			.or(panel.root.getByTestId('node-parameters'))
			.first(),
	);
	await editor.close();
}

/** The panel of the trigger, with the address that AllMySMS has to know. */
export async function takeTrigger(
	stage: N8nStage,
	browser: Browser,
	scheme: Scheme,
	{ id }: StoredWorkflow,
): Promise<void> {
	const editor = await Editor.open(browser, stage.url, scheme);
	const { page } = editor;
	await page.setViewportSize(panelSize);
	await editor.openWorkflow(id);
	const panel = await editor.openNode('AllMySMS Trigger');
	await panel.webhookAddress();
	await panel.root.getByText('Production URL', { exact: true }).first().click();
	await page.getByText('When will this node trigger my flow?').click();
	// As people have it, and not the port of this run.
	await panel.root
		.locator('.webhook-url')
		.first()
		.evaluate((node, origin) => {
			node.textContent = node.textContent?.replace(origin, 'https://n8n.example.com') ?? '';
		}, stage.url);
	await take(page, 'trigger', scheme, panel.root);
	await editor.close();
}

/** The credential, as n8n tests it. */
export async function takeCredential(
	stage: N8nStage,
	browser: Browser,
	scheme: Scheme,
): Promise<void> {
	const editor = await Editor.open(browser, stage.url, scheme);
	await editor.page.setViewportSize({ ...panelSize, height: 1000 });
	const credential = await CredentialPage.open(editor, stage.credential.id);
	await credential.verdict();
	await take(editor.page, 'credential', scheme, editor.page.locator('.el-dialog').first());
	await editor.close();
}
