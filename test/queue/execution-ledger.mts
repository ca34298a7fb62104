import { setTimeout as pause } from 'node:timers/promises';
import {
	listExecutions,
	readExecution,
	type Execution,
} from '../../local-n8n/client/executions.mts';
import type { N8nSession } from '../../local-n8n/client/session.mts';
import { waitUntil } from '../../local-n8n/wait-until.mts';

/** Executions read at once: more would only make n8n answer later. */
const READERS = 4;

/**
 * Waits until a workflow has at least `count` executions and none of them is queued or running, and
 * gives the highest number of an execution. It asks rarely: each look costs n8n time that the
 * executions need.
 */
const waitForQuiet = async (
	session: N8nSession,
	workflowId: string,
	count: number,
): Promise<number> =>
	await waitUntil(
		`${count} executions to end`,
		async () => {
			await pause(2_000);
			const pending = await listExecutions(session, {
				workflowId,
				status: ['new', 'running', 'waiting'],
			});
			if (pending.results.length > 0) return undefined;
			const all = await listExecutions(session, { workflowId });
			if (all.count < count) return undefined;
			// The list follows the time of the start, and n8n's workers start them a little out of order.
			return Math.max(...all.results.map(({ id }) => Number(id)));
		},
		{ withinMs: 600_000 },
	);

/** Waits until all executions of a workflow have ended, and reads them; n8n numbers them upwards. */
export const readEndedExecutions = async (
	session: N8nSession,
	workflowId: string,
	count: number,
): Promise<Execution[]> => {
	let next = await waitForQuiet(session, workflowId, count);
	const found: Execution[] = [];
	const reader = async (): Promise<void> => {
		while (next > 0) {
			const execution = await readExecution(session, String(next--));
			if (execution.workflowId === workflowId) found.push(execution);
		}
	};
	await Promise.all(Array.from({ length: READERS }, reader));
	return found;
};

/**
 * Which executions each event became: the events stand in the data of the trigger. An execution that
 * n8n marked as failed without having run it may have lost its data, and then stands under no event.
 */
export const ledgerOf = (
	executions: readonly Execution[],
	triggerName: string,
): Map<string, string[]> => {
	const ledger = new Map<string, string[]>();
	for (const { id, runs, pending } of executions) {
		const given = (runs[triggerName] ?? []).flatMap(({ outputs }) => outputs.flat());
		// An execution whose worker died before it began still holds its event.
		const held = pending.filter(({ node }) => node === triggerName).flatMap(({ items }) => items);
		for (const event of new Set([...given, ...held].map(({ json }) => String(json.smsId)))) {
			ledger.set(event, [...(ledger.get(event) ?? []), id]);
		}
	}
	return ledger;
};
