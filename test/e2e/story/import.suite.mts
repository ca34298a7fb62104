import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	listWorkflows,
	readWorkflow,
	withCredential,
} from '../../../local-n8n/client/workflows.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { Editor } from '../editor/editor.mts';
import { bothNodes } from '../editor/workflows.mts';
import type { Scene } from '../scene.mts';
import { executionWith } from './execution-with.mts';

/** What is passed on as a file must work where it arrives. */
export const importSuite = (scene: Scene): void =>
	describe('import', () => {
		let folder: string;

		beforeAll(async () => {
			folder = await mkdtemp(path.join(tmpdir(), 'allmysms-export-'));
		});

		afterAll(async () => {
			await rm(folder, { recursive: true, force: true });
		});

		test('a workflow with both nodes, exported from one n8n, works in another', async () => {
			const { browser, stage } = scene;
			await stage.sandbox.reset();
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
				const panel = await there.openNode(name);
				await panel.chooseCredential('AllMySMS sandbox');
				await panel.close();
			}
			await keepScreenshot(there.page, 'import-canvas');

			await there.executeFrom('Start');
			await there.nodeSucceeded('AllMySMS');
			expect(await stage.sandbox.messages()).toEqual([
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
			expect({ status: answer.status, text: await answer.text() }).toEqual({
				status: 200,
				text: 'OK',
			});
			const { item } = await executionWith(another.session, stored.id, 'AllMySMS Trigger');
			expect(item).toMatchObject({
				event: 'reply',
				phoneNumber: '33612345678',
				message: 'Heard you',
			});
		});
	});
