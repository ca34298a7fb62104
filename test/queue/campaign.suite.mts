import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { waitUntil } from '../../local-n8n/wait-until.mts';
import { listExecutions } from '../../local-n8n/client/executions.mts';
import {
	activate,
	createWorkflow,
	withCredential,
	type Workflow,
} from '../../local-n8n/client/workflows.mts';
import { sandboxClient } from '../../sandbox/client.mts';
import { campaignPath, campaignWorkflow } from './campaign-workflow.mts';
import { tellFigures } from './figures.mts';
import { load } from './load.mts';
import type { QueueScene } from './queue-scene.mts';
import { replaceWorker, workerOf } from './worker-death.mts';

const REQUEST_TAKES_MS = 200;
/** Longer than n8n needs to find a lost worker with the settings of this room. */
const RECOVERY_MS = 30_000;

const contacts = (prefix: string): Array<{ name: string; phone: string }> =>
	Array.from({ length: load.recipients }, (_, index) => ({
		name: `Guest ${index}`,
		phone: `${prefix}${String(1_000_000 + index)}`,
	}));

/** How often each phone was texted. */
const countPerPhone = async (sandbox: string, prefix: string): Promise<Map<string, number>> => {
	const counts = new Map<string, number>();
	for (const { phoneNumber } of await sandboxClient(sandbox).messages()) {
		if (!phoneNumber.startsWith(prefix)) continue;
		counts.set(phoneNumber, (counts.get(phoneNumber) ?? 0) + 1);
	}
	return counts;
};

const twice = (counts: Map<string, number>): number =>
	[...counts.values()].filter((count) => count > 1).length;

/** Asks n8n to text all contacts; the workflow's address may be served a moment after its activation. */
const startCampaign = async (address: string, prefix: string): Promise<void> => {
	await waitUntil('n8n to take the campaign', async () => {
		const { statusCode, body } = await request(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ contacts: contacts(prefix) }),
		});
		await body.dump();
		if (statusCode === 404) return undefined;
		expect(statusCode).toBe(200);
		return statusCode;
	});
};

/** Starts a campaign and kills the worker that sends it when about a third has left. */
const interruptCampaign = async (scene: QueueScene, workflow: Workflow, prefix: string) => {
	const { queue, session, credential, sandbox } = scene;
	await sandboxClient(sandbox).setFaults({
		kind: 'delay',
		delayMs: REQUEST_TAKES_MS,
		times: 0,
		endpoint: 'sendSms',
	});
	const stored = await createWorkflow(session, withCredential(workflow, credential));
	await activate(session, stored.id);
	const address = `${queue.webhook.url}${campaignPath(stored)}`;
	await startCampaign(address, prefix);

	await waitUntil('a third of the campaign', async () =>
		(await countPerPhone(sandbox, prefix)).size >= load.recipients / 3 ? true : undefined,
	);
	const newest = async () => (await listExecutions(session, { workflowId: stored.id })).results[0];
	const execution = await newest();
	const worker = execution && (await workerOf(scene, execution.id));
	if (!execution || !worker) throw new Error('No worker runs the campaign');
	await replaceWorker(scene, worker);
	const atDeath = await countPerPhone(sandbox, prefix);
	await pause(RECOVERY_MS);
	return { address, atDeath, statusAfter: (await newest())?.status ?? 'unknown' };
};

/** A campaign is being sent when its worker is killed. */
export const campaignSuite = (scene: () => QueueScene): void =>
	describe('A campaign whose worker dies', () => {
		test('is not sent twice when n8n recovers', async () => {
			const { sandbox } = scene();
			const prefix = '3361';
			const workflow = campaignWorkflow('Campaign', {});
			const { atDeath, statusAfter } = await interruptCampaign(scene(), workflow, prefix);
			const counts = await countPerPhone(sandbox, prefix);
			await tellFigures(`Campaign of ${load.recipients}, its worker killed (n8n ${load.line})`, {
				'texted when the worker died': atDeath.size,
				'texted after the recovery': counts.size,
				'texted twice': twice(counts),
				"n8n's status of the execution": statusAfter,
			});
			expect(twice(counts)).toBe(0);
			expect(counts.size).toBeGreaterThanOrEqual(load.recipients / 3);
		});

		test('with a unique key, is completed by starting it again, and nobody is texted twice', async () => {
			const { sandbox } = scene();
			const prefix = '3362';
			const workflow = campaignWorkflow('Campaign with key', { uniqueKey: 'opening-on-monday' });
			const { address, atDeath } = await interruptCampaign(scene(), workflow, prefix);
			await sandboxClient(sandbox).setFaults();
			await startCampaign(address, prefix);
			let texted = atDeath.size;
			const counts = await waitUntil(
				'the rest of the campaign',
				async () => {
					const now = await countPerPhone(sandbox, prefix);
					texted = now.size;
					return texted === load.recipients ? now : undefined;
				},
				{ withinMs: 120_000, lastSeen: () => `${texted} of ${load.recipients} texted` },
			);
			await tellFigures(`Campaign of ${load.recipients} with a unique key, started again`, {
				'texted when the worker died': atDeath.size,
				'texted after it was started again': counts.size,
				'texted twice': twice(counts),
			});
			expect(twice(counts)).toBe(0);
		});
	});
