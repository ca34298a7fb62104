import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { waitForExecution } from '../../../local-n8n/client/executions.mts';
import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	deactivate,
	runManually,
	withCredential,
	type StoredWorkflow,
	type Workflow,
} from '../../../local-n8n/client/workflows.mts';
import { NO_WEBHOOKS } from '../../../sandbox/pushes/webhooks.mts';
import type { Scene } from '../scene.mts';
import { until } from '../browser/until.mts';
import { readExample } from './examples.mts';
import { executionWith } from './execution-with.mts';

type Parameters = Readonly<Record<string, unknown>>;

/** The same workflow, with other values under some parameters of some nodes. */
const withParameters = (
	workflow: Workflow,
	changes: Readonly<Record<string, Parameters>>,
): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const change = changes[node.name];
		return change ? { ...node, parameters: { ...node.parameters, ...change } } : node;
	}),
});

/** Nobody waits an hour for a test. */
const SOON: Parameters = { amount: 3, unit: 'seconds' };

/** The example workflows that nothing else plays, as n8n runs them after an import. */
export const everyExampleSuite = (scene: Scene): void =>
	describe('the example', () => {
		const active: string[] = [];

		const place = async (
			name: string,
			changes: Readonly<Record<string, Parameters>> = {},
		): Promise<StoredWorkflow> => {
			const workflow = withParameters(await readExample(name), changes);
			const { session, credential } = scene.stage;
			return await createWorkflow(session, withCredential(workflow, credential));
		};

		/** Publishes a workflow; where it has the trigger, the sandbox calls it from now on. */
		const publish = async (workflow: StoredWorkflow): Promise<void> => {
			const { session, url, sandbox } = scene.stage;
			await activate(session, workflow.id);
			active.push(workflow.id);
			if (!workflow.nodes.some(({ type }) => type.endsWith('.allMySmsTrigger'))) return;
			const address = webhookAddress(url, workflow);
			await waitForWebhook(address);
			await sandbox.setWebhooks({
				...NO_WEBHOOKS,
				deliveryReportUrl: address,
				replyUrl: address,
			});
		};

		const post = async (path: string, body: unknown): Promise<void> => {
			// n8n serves an address a moment after the activation.
			await until(`n8n to take a call of ${path}`, async () => {
				const { status } = await fetch(`${scene.stage.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				});
				return status === 200;
			});
		};

		const itemOf = async (workflow: StoredWorkflow, node: string) =>
			(await executionWith(scene.stage.session, workflow.id, node)).item;

		const texts = async (): Promise<string[]> =>
			(await scene.stage.sandbox.messages()).map(({ text }) => text);

		beforeEach(async () => await scene.stage.sandbox.reset());
		afterEach(async () => {
			for (const id of active.splice(0)) await deactivate(scene.stage.session, id);
		});
		afterAll(async () => {
			await scene.stage.sandbox.setWebhooks(NO_WEBHOOKS);
		});

		test('appointment-reminders texts those of tomorrow, once', async () => {
			const { session } = scene.stage;
			const workflow = await place('appointment-reminders');
			await runManually(session, workflow.id, 'Every Morning');
			expect(await itemOf(workflow, 'Call by Phone')).toMatchObject({
				appointment: 'A-3',
				phone: '06 34',
				why: expect.stringContaining('06 34'),
			});
			expect(await texts()).toEqual([
				expect.stringMatching(/^Hello Anna, we expect you tomorrow at 09:30\./),
				expect.stringMatching(/^Hello Bruno, we expect you tomorrow at 14:00\./),
			]);
			const again = await runManually(session, workflow.id, 'Every Morning');
			const { runs } = await waitForExecution(session, again);
			const reminded = runs.Reminded?.[0]?.outputs[0] ?? [];
			expect(reminded.map(({ json }) => json.appointment)).toEqual(['A-1', 'A-2']);
			expect(await texts()).toHaveLength(2);
		});

		test('campaign-with-report says in a sentence how it went', async () => {
			const workflow = await place('campaign-with-report', { 'Wait for Receipts': SOON });
			await runManually(scene.stage.session, workflow.id, 'When clicking ‘Execute workflow’');
			const { report } = await itemOf(workflow, 'Report');
			expect(report).toMatch(/^Campaign \S+: 2 of 2 SMS delivered, 0 pending, 0 undelivered$/);
			expect(await itemOf(workflow, 'Not Sent')).toMatchObject({ name: 'Chloé', phone: '06 34' });
		});

		test('two-way-conversation answers yes and no, and hands over the rest', async () => {
			const workflow = await place('two-way-conversation');
			await publish(workflow);
			const { sandbox } = scene.stage;
			for (const [number, words] of [
				['33612345678', 'Yes please'],
				['33623456789', 'NON'],
				['33634567891', 'When is it?'],
				['33645678912', 'STOP'],
			] as const) {
				await sandbox.reply(number, words);
			}
			expect(await itemOf(workflow, 'Confirm')).toMatchObject({ to: '+33612345678' });
			expect(await itemOf(workflow, 'Say Goodbye')).toMatchObject({ to: '+33623456789' });
			expect(await itemOf(workflow, 'A Person Answers')).toMatchObject({
				phone: '+33634567891',
				message: 'When is it?',
			});
			expect(await itemOf(workflow, 'Note STOP')).toMatchObject({
				phone: '+33645678912',
				doNotText: true,
			});
			expect(await texts()).toHaveLength(2);
		});

		test('stop-list-to-crm marks a contact by a STOP, and again at night', async () => {
			const workflow = await place('stop-list-to-crm');
			await publish(workflow);
			const { sandbox, session } = scene.stage;
			const marked = { phone: '+33612345678', doNotText: true };
			await sandbox.reply('33612345678', 'Stop');
			expect(await itemOf(workflow, 'Mark in CRM')).toMatchObject(marked);
			const night = await runManually(session, workflow.id, 'Every Night');
			const { runs } = await waitForExecution(session, night);
			expect(runs['Mark in CRM']?.[0]?.outputs[0]?.[0]?.json).toMatchObject(marked);
		});

		test('replies-without-webhook notes each reply a single time', async () => {
			const { sandbox, session } = scene.stage;
			const workflow = await place('replies-without-webhook');
			await sandbox.reply('33612345678', 'Hello');
			await sandbox.reply('33623456789', 'STOP');
			const notes = async () => {
				const id = await runManually(session, workflow.id, 'Every Ten Minutes');
				const { runs } = await waitForExecution(session, id);
				return ['Note Reply', 'Note STOP'].map(
					(name) => runs[name]?.[0]?.outputs[0]?.map(({ json }) => json.phone) ?? [],
				);
			};
			expect(await notes()).toEqual([['+33612345678'], ['+33623456789']]);
			expect(await notes()).toEqual([[], []]);
		});

		test('text-once-per-order skips who was texted', async () => {
			const { session } = scene.stage;
			const workflow = await place('text-once-per-order');
			const statuses = async () => {
				const id = await runManually(session, workflow.id, 'When clicking ‘Execute workflow’');
				const { runs } = await waitForExecution(session, id);
				return runs['Text the Customer']?.[0]?.outputs[0]?.map(({ json }) => json.status);
			};
			expect(await statuses()).toEqual(['sent', 'sent']);
			expect(await statuses()).toEqual(['skipped', 'skipped']);
		});

		test('shop-order-paid texts a paid order once, and logs its receipt', async () => {
			const workflow = await place('shop-order-paid');
			await publish(workflow);
			const order = { number: 'B-1', name: 'Anna', phone: '06 12 34 56 78', total: 12.5 };
			await post('shop-order', { ...order, status: 'open' });
			await post('shop-order', { ...order, status: 'paid' });
			const log = await itemOf(workflow, 'Log SMS');
			expect(log).toMatchObject({ order: 'B-1', phone: '+33612345678', status: 'sent' });
			expect(await itemOf(workflow, 'Log Receipt')).toMatchObject({ smsId: log.smsId });
			await post('shop-order', { ...order, status: 'paid' });
			await itemOf(workflow, 'Told Before');
			expect(await texts()).toEqual([expect.stringContaining('order B-1 (12,50 EUR) is paid')]);
		});

		test('on-call-alert leaves the second person alone when the first has the SMS', async () => {
			const workflow = await place('on-call-alert', { 'Wait for the Receipt': SOON });
			await publish(workflow);
			await post('on-call-alert', { service: 'shop', message: 'down' });
			expect(await itemOf(workflow, 'First Person Knows')).toMatchObject({
				alert: 'shop: down',
				phone: '+33612345678',
			});
			expect(await texts()).toEqual(['ALERT shop: down']);
		});

		test.each([
			['no receipt comes', '06 12 99 99 00'],
			['the number is refused', '06 12 99 99 07'],
		])('on-call-alert goes on to the second person when %s', async (_, first) => {
			const workflow = await place('on-call-alert', {
				'Wait for the Receipt': SOON,
				'Text First Person': { to: first },
			});
			await publish(workflow);
			await post('on-call-alert', { service: 'shop', message: 'down' });
			const { to } = await itemOf(workflow, 'Text Second Person');
			expect(to).toBe('+33623456789');
		});

		test('bursts-one-answer answers three SMS once, each phone by itself', async () => {
			const workflow = await place('bursts-one-answer');
			await publish(workflow);
			const { sandbox } = scene.stage;
			for (const words of ['Hello', 'I come later', 'Sorry!']) {
				await sandbox.reply('33612345678', words);
			}
			await sandbox.reply('33623456789', 'Thank you');
			await itemOf(workflow, 'Answer Once');
			expect((await texts()).sort()).toEqual([
				'Thank you, we have read your 1 SMS and answer today.',
				'Thank you, we have read your 3 SMS and answer today.',
			]);
		});
	});
