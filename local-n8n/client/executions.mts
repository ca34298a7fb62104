import { parse } from 'flatted';
import { waitUntil } from '../wait-until.mts';
import type { N8nSession } from './session.mts';

export type ExecutionStatus =
	| 'new'
	| 'running'
	| 'success'
	| 'error'
	| 'crashed'
	| 'canceled'
	| 'waiting'
	| 'unknown';

/** An execution as n8n lists it. */
export interface ExecutionSummary {
	readonly id: string;
	readonly workflowId: string;
	readonly status: ExecutionStatus;
	readonly startedAt: string | null;
	readonly stoppedAt: string | null;
}

/** One item of a node's output. */
export interface OutputItem {
	readonly json: Readonly<Record<string, unknown>>;
	readonly pairedItem?: unknown;
}

/** One run of one node; `outputs[i]` holds the items of its i-th output. */
export interface NodeRun {
	readonly outputs: readonly (readonly OutputItem[])[];
	readonly error?: { readonly message: string; readonly description?: string | null };
	readonly hints?: readonly { readonly message: string }[];
}

/** An execution with everything that its nodes gave. */
export interface Execution extends ExecutionSummary {
	readonly runs: Readonly<Record<string, readonly NodeRun[]>>;
	readonly error?: { readonly message: string };
}

/** The shape of n8n's execution data, as far as it is read here. */
interface StoredData {
	readonly resultData?: {
		readonly runData?: Record<
			string,
			Array<{
				data?: { main?: Array<OutputItem[] | null> };
				error?: NodeRun['error'];
				hints?: NodeRun['hints'];
			}>
		>;
		readonly error?: { message: string };
	};
}

const ENDED: readonly ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

/** The newest executions of a workflow, newest first; n8n gives at most 100 at a time. */
export const listExecutions = async (
	session: N8nSession,
	workflowId: string,
	{ limit = 100, lastId }: { limit?: number; lastId?: string } = {},
): Promise<ExecutionSummary[]> => {
	const query = new URLSearchParams({
		filter: JSON.stringify({ workflowId }),
		limit: String(limit),
		...(lastId ? { lastId } : {}),
	});
	const { results } = await session.call<{ results: ExecutionSummary[] }>(
		'GET',
		`/executions?${query}`,
	);
	return results;
};

/** All executions of a workflow, newest first. */
export const listAllExecutions = async (
	session: N8nSession,
	workflowId: string,
): Promise<ExecutionSummary[]> => {
	const all: ExecutionSummary[] = [];
	for (;;) {
		const page = await listExecutions(session, workflowId, { lastId: all.at(-1)?.id });
		all.push(...page);
		if (page.length < 100) return all;
	}
};

/** One execution with the output of its nodes. */
export const readExecution = async (session: N8nSession, id: string): Promise<Execution> => {
	const { data, ...summary } = await session.call<ExecutionSummary & { data: string }>(
		'GET',
		`/executions/${id}`,
	);
	// An execution that is just beginning has no data yet.
	const stored: StoredData | undefined = parse(data);
	const { resultData = {} } = stored ?? {};
	const runs = Object.entries(resultData.runData ?? {}).map(
		([node, nodeRuns]): [string, NodeRun[]] => [
			node,
			nodeRuns.map(({ data: output, error, hints }) => ({
				outputs: (output?.main ?? []).map((items) => items ?? []),
				error,
				hints,
			})),
		],
	);
	return { ...summary, runs: Object.fromEntries(runs), error: resultData.error };
};

/** Waits until an execution has ended. */
export const waitForExecution = async (
	session: N8nSession,
	id: string,
	withinMs = 60_000,
): Promise<Execution> =>
	await waitUntil(
		`execution ${id} to end`,
		async () => {
			const execution = await readExecution(session, id);
			return ENDED.includes(execution.status) ? execution : undefined;
		},
		{ withinMs },
	);
