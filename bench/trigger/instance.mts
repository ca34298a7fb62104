import { rm } from 'node:fs/promises';
import path from 'node:path';

import { saveCredential } from '../../local-n8n/client/credentials.mts';
import { listExecutions, readExecution } from '../../local-n8n/client/executions.mts';
import { signIn, type N8nSession } from '../../local-n8n/client/session.mts';
import { activate, createWorkflow, withCredential } from '../../local-n8n/client/workflows.mts';
import { startN8n } from '../../local-n8n/start-n8n.mts';
import { waitUntil } from '../../local-n8n/wait-until.mts';
import { homes } from '../../setup/places.mjs';
import { pushReceipts } from './push.mts';
import {
	pathOf,
	TRIGGER,
	triggerContenders,
	triggerWorkflow,
	WEBHOOK_TOKEN,
	type TriggerName,
} from './workflows.mts';

/** An active workflow whose trigger takes pushes. */
export interface ServedTrigger {
	readonly name: TriggerName;
	readonly path: string;
	readonly workflowId: string;
}

/** A real n8n with all triggers in it. */
export interface TriggerInstance {
	readonly url: string;
	readonly pid: number;
	readonly triggers: readonly ServedTrigger[];
	/** How many executions there are of a workflow; waits until none is under way. */
	executions(trigger: ServedTrigger): Promise<number>;
	/** How many items the newest executions of a workflow began with, at most 100 of them. */
	itemsOf(trigger: ServedTrigger, newest: number): Promise<number>;
	stop(): Promise<void>;
}

async function serve(
	session: N8nSession,
	url: string,
	name: TriggerName,
	baseUrl: string,
): Promise<ServedTrigger> {
	const workflow = triggerWorkflow(name);
	const credential = await saveCredential(session, {
		name: 'AllMySMS bench',
		type: 'allMySmsApi',
		data: { login: 'bench', apiKey: 'bench-key', baseUrl, webhookToken: WEBHOOK_TOKEN },
	});
	const stored = await createWorkflow(
		session,
		triggerContenders[name].token ? withCredential(workflow, credential) : workflow,
	);
	await activate(session, stored.id);
	const trigger = { name, path: pathOf(name, stored), workflowId: stored.id };
	// The address is served a moment after the activation.
	await waitUntil(`${name} to take a push`, async () => {
		try {
			return await pushReceipts(url, trigger.path, 1, 1);
		} catch {
			return undefined;
		}
	});
	return trigger;
}

async function countWhenQuiet(session: N8nSession, workflowId: string): Promise<number> {
	return await waitUntil(
		'all executions to end',
		async () => {
			const status = ['new', 'running', 'waiting'] as const;
			const pending = await listExecutions(session, { workflowId, status });
			if (pending.results.length > 0) return undefined;
			const all = await listExecutions(session, { workflowId });
			const failed = all.results.find((each) => each.status !== 'success');
			if (failed) throw new Error(`Execution ${failed.id} ended with ${failed.status}`);
			return all.count;
		},
		{ withinMs: 600_000 },
	);
}

/**
 * Starts n8n with SQLite, as it comes but for `env`, and all triggers in it.
 *
 * @param baseUrl of the credential; the trigger never calls it
 */
export async function startTriggers(
	env: Readonly<Record<string, string>>,
	names: readonly TriggerName[],
): Promise<TriggerInstance> {
	const home = path.join(homes, 'bench');
	await rm(home, { recursive: true, force: true });
	const n8n = await startN8n({ home, env });
	try {
		const session = await signIn(n8n.url);
		const triggers: ServedTrigger[] = [];
		for (const name of names) {
			triggers.push(await serve(session, n8n.url, name, 'http://127.0.0.1:9'));
		}
		return {
			url: n8n.url,
			pid: n8n.process.pid,
			triggers,
			executions: async ({ workflowId }) => await countWhenQuiet(session, workflowId),
			itemsOf: async ({ workflowId }, newest) => {
				const { results } = await listExecutions(session, { workflowId });
				let items = 0;
				for (const { id } of results.slice(0, newest)) {
					const { runs } = await readExecution(session, id);
					items += runs[TRIGGER]?.[0]?.outputs[0]?.length ?? 0;
				}
				return items;
			},
			stop: async () => {
				await n8n.stop();
				await rm(home, { recursive: true, force: true });
			},
		};
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}
