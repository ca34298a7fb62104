import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fetch } from 'undici';

import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	listWorkflows,
	readWorkflow,
	withCredential,
} from '../../../local-n8n/client/workflows.mts';
import { setN8nStage, type N8nStage } from '../browser/n8n-stage.mts';
import { openBrowser } from '../browser/open-browser.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { Editor } from '../editor/editor.mts';
import { bothNodes } from '../editor/workflows.mts';
import { executionWith } from './execution-with.mts';

jest.setTimeout(240_000);

let stage: N8nStage;
let browser: Browser;
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'allmysms-export-'));
	[stage, browser] = await Promise.all([setN8nStage(), openBrowser()]);
});

afterAll(async () => {
	await browser.close();
	await stage.close();
	await rm(folder, { recursive: true, force: true });
});

test('a workflow with both nodes, exported from one n8n, works in another', async () => {
	const file = path.join(folder, 'travelling.json');
	const here = await Editor.open(browser, stage.url);
	const workflow = withCredential(
		bothNodes(
			'Travelling',
			{ resource: 'sms', operation: 'send', to: '06 12 34 56 78', message: 'From afar' },
			{ events: ['reply'] },
		),
		stage.credential,
	);
	await here.openWorkflow((await createWorkflow(stage.session, workflow)).id);
	await here.exportWorkflow(file);
	await here.close();
	expect(await readFile(file, 'utf8')).not.toContain('sandbox-key');

	const another = await stage.startAnother();
	const there = await Editor.open(browser, another.url);
	await there.importWorkflow(file);
	for (const name of ['AllMySMS', 'AllMySMS Trigger']) {
		await there.openNode(name);
		await there.chooseCredential('AllMySMS sandbox');
		await there.closeNode();
	}
	await keepScreenshot(there.page, 'import-canvas');

	await there.executeWorkflow();
	await there.node('AllMySMS').getByTestId('canvas-node-status-success').waitFor();
	expect(await stage.sandbox.control('GET', '/messages')).toEqual([
		expect.objectContaining({ phoneNumber: '33612345678', text: 'From afar' }),
	]);

	const [stored] = await listWorkflows(another.session);
	if (!stored) throw new Error('The other n8n stored no workflow');
	await activate(another.session, stored.id);
	const address = webhookAddress(another.url, await readWorkflow(another.session, stored.id));
	await waitForWebhook(address);
	const answer = await fetch(address, {
		method: 'POST',
		body: new URLSearchParams({
			smsMoId: '1',
			phoneNumber: '33612345678',
			message: 'Heard you',
			receptionDate: '2026-05-04 10:00:00',
		}),
	});
	expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: 'OK' });
	const { item } = await executionWith(another.session, stored.id, 'AllMySMS Trigger');
	expect(item).toMatchObject({
		event: 'reply',
		phoneNumber: '33612345678',
		message: 'Heard you',
	});
});
