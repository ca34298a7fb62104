import { setTimeout as pause } from 'node:timers/promises';
import {
	listAllExecutions,
	listExecutions,
	readExecution,
	type ExecutionSummary,
} from '../../local-n8n/client/executions.mts';
import type { N8nSession } from '../../local-n8n/client/session.mts';
import { waitUntil } from '../../local-n8n/wait-until.mts';

/**
 * Waits until a workflow has at least `count` executions and none of them is queued or running, and
 * gives them all. It asks rarely: each look costs n8n time that the executions need.
 */
export const waitForQuiet = async (
	session: N8nSession,
	workflowId: string,
	count: number,
): Promise<ExecutionSummary[]> =>
	await waitUntil(
		`${count} executions to end`,
		async () => {
			await pause(2_000);
			const pending = await listExecutions(session, workflowId, ['new', 'running', 'waiting']);
			if (pending.length > 0) return undefined;
			const all = await listAllExecutions(session, workflowId);
			return all.length >= count ? all : undefined;
		},
		{ withinMs: 600_000 },
	);

/**
 * Which executions each event became: the events stand in the data of the trigger. An execution that
 * n8n marked as failed without having run it may have lost its data, and then stands under no event.
 */
export const readLedger = async (
	session: N8nSession,
	executions: readonly ExecutionSummary[],
	triggerName: string,
): Promise<Map<string, string[]>> => {
	const ledger = new Map<string, string[]>();
	const open = [...executions];
	const reader = async (): Promise<void> => {
		for (let summary = open.pop(); summary; summary = open.pop()) {
			const { runs, pending } = await readExecution(session, summary.id);
			const given = (runs[triggerName] ?? []).flatMap(({ outputs }) => outputs.flat());
			// An execution whose worker died before it began still holds its event.
			const held = pending.filter(({ node }) => node === triggerName).flatMap(({ items }) => items);
			const events = new Set([...given, ...held].map(({ json }) => String(json.smsId)));
			for (const event of events) {
				ledger.set(event, [...(ledger.get(event) ?? []), summary.id]);
			}
		}
	};
	await Promise.all(Array.from({ length: 4 }, reader));
	return ledger;
};
