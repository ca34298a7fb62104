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
import type { N8nAtHand } from '../browser/n8n-stage.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import { Editor } from '../editor/editor.mts';
import { bothNodes } from '../editor/workflows.mts';
import type { Scene } from '../scene.mts';
import { executionWith } from './execution-with.mts';

/** What is passed on as a file must work where it arrives. */
export const importSuite = (scene: Scene): void =>
	describe('a workflow with both nodes', () => {
		let folder: string;
		let file: string;
		let another: N8nAtHand;

		beforeAll(async () => {
			folder = await mkdtemp(path.join(tmpdir(), 'allmysms-export-'));
			file = path.join(folder, 'travelling.json');
			await scene.stage.sandbox.reset();
			another = await scene.stage.startAnother();
		});

		afterAll(async () => {
			await rm(folder, { recursive: true, force: true });
		});

		test('is exported from one n8n, without a secret', async () => {
			const { editor, stage } = scene;
			const workflow = bothNodes(
				'Travelling',
				{ resource: 'sms', operation: 'send', to: '06 12 34 56 78', message: 'From afar' },
				{ events: ['reply'] },
			);
			const { id } = await createWorkflow(
				stage.session,
				withCredential(workflow, stage.credential),
			);
			await editor.openWorkflow(id);
			await editor.exportWorkflow(file);
			const exported = await readFile(file, 'utf8');
			expect(exported).toContain('n8n-nodes-allmysms.allMySmsTrigger');
			expect(exported).not.toContain('sandbox-key');
		});

		test('is imported into another, where its action node sends', async () => {
			const editor = await Editor.open(scene.browser, another.url);
			await editor.importWorkflow(file);
			for (const name of ['AllMySMS', 'AllMySMS Trigger']) {
				const panel = await editor.openNode(name);
				await panel.chooseCredential(another.credential.name);
				await panel.close();
			}
			await keepScreenshot(editor.page, 'import-canvas');
			await editor.executeFrom('Start');
			await editor.nodeSucceeded('AllMySMS');
			expect(await scene.stage.sandbox.messages()).toEqual([
				expect.objectContaining({ phoneNumber: '33612345678', text: 'From afar' }),
			]);
			expect(editor.wrongs).toEqual([]);
			await editor.close();
		});

		test('is activated there, where its trigger receives', async () => {
			const { session, url } = another;
			const [stored] = await listWorkflows(session);
			if (!stored) throw new Error('The other n8n stored no workflow');
			await activate(session, stored.id);
			const address = webhookAddress(url, await readWorkflow(session, stored.id));
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
			const { item } = await executionWith(session, stored.id, 'AllMySMS Trigger');
			expect(item).toMatchObject({
				event: 'reply',
				phoneNumber: '+33612345678',
				message: 'Heard you',
			});
		});
	});
