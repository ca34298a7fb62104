import { setTimeout as pause } from 'node:timers/promises';
import {
	listAllExecutions,
	readExecution,
	type ExecutionSummary,
} from '../../local-n8n/client/executions.mts';
import type { N8nSession } from '../../local-n8n/client/session.mts';

const PENDING = ['new', 'running', 'waiting', 'unknown'];

/** Waits until at least `count` executions of a workflow have ended. */
export const waitForEnded = async (
	session: N8nSession,
	workflowId: string,
	count: number,
	withinMs: number,
): Promise<ExecutionSummary[]> => {
	const until = Date.now() + withinMs;
	for (;;) {
		const all = await listAllExecutions(session, workflowId);
		const ended = all.filter(({ status }) => !PENDING.includes(status));
		if (ended.length >= count) return all;
		if (Date.now() > until) {
			throw new Error(`Only ${ended.length} of ${count} executions ended (of ${all.length} known)`);
		}
		await pause(1_000);
	}
};

/** Which executions each event became: the events stand in the output of the trigger. */
export const readLedger = async (
	session: N8nSession,
	executions: readonly ExecutionSummary[],
	triggerName: string,
): Promise<Map<string, string[]>> => {
	const ledger = new Map<string, string[]>();
	const open = [...executions];
	const reader = async (): Promise<void> => {
		for (let summary = open.pop(); summary; summary = open.pop()) {
			const { runs } = await readExecution(session, summary.id);
			const items = (runs[triggerName] ?? []).flatMap(({ outputs }) => outputs.flat());
			for (const { json } of items) {
				const event = String(json.smsId);
				ledger.set(event, [...(ledger.get(event) ?? []), summary.id]);
			}
		}
	};
	await Promise.all(Array.from({ length: 4 }, reader));
	return ledger;
};
