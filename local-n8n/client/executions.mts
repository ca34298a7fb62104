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
	readonly outputs: ReadonlyArray<readonly OutputItem[]>;
	readonly error?: { readonly message: string; readonly description?: string | null };
	readonly hints?: ReadonlyArray<{ readonly message: string }>;
}

/** An execution with everything that its nodes gave. */
export interface Execution extends ExecutionSummary {
	readonly runs: Readonly<Record<string, readonly NodeRun[]>>;
	/** Nodes that were about to run when the data were stored, with their input; empty after the end. */
	readonly pending: ReadonlyArray<{ readonly node: string; readonly items: readonly OutputItem[] }>;
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
	readonly executionData?: {
		readonly nodeExecutionStack?: Array<{
			node: { name: string };
			data: { main?: Array<OutputItem[] | null> };
		}>;
	};
}

const ENDED: readonly ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

/** What a list of executions can be narrowed to. */
export interface ExecutionFilter {
	readonly workflowId: string;
	readonly status?: readonly ExecutionStatus[];
}

/** The newest executions, newest first, and how many there are in all. */
export interface ExecutionList {
	readonly results: readonly ExecutionSummary[];
	readonly count: number;
}

/**
 * Lists executions, at most the newest 100. Older ones are better read one by one: the list's pages
 * follow the time, and executions of the same moment can fall between two of them.
 */
export const listExecutions = async (
	session: N8nSession,
	filter: ExecutionFilter,
): Promise<ExecutionList> => {
	const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: '100' });
	return await session.call('GET', `/executions?${query}`);
};

/** One execution with the output of its nodes. */
export const readExecution = async (session: N8nSession, id: string): Promise<Execution> => {
	const { data, ...summary } = await session.call<ExecutionSummary & { data: string }>(
		'GET',
		`/executions/${id}`,
	);
	// An execution that is just beginning has no data yet.
	const stored = parse(data) as StoredData | undefined;
	const { resultData = {}, executionData = {} } = stored ?? {};
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
	const pending = (executionData.nodeExecutionStack ?? []).map(({ node, data: input }) => ({
		node: node.name,
		items: (input.main ?? []).flatMap((items) => items ?? []),
	}));
	return { ...summary, runs: Object.fromEntries(runs), pending, error: resultData.error };
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
