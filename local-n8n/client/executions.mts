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

interface ExecutionPage {
	readonly results: readonly ExecutionSummary[];
	/** How n8n 2 asks for the next page; n8n 1 wants the last id. */
	readonly nextCursor?: string | null;
}

const PAGE = 100;

const readPage = async (
	session: N8nSession,
	filter: Readonly<Record<string, unknown>>,
	place: Readonly<Record<string, string>>,
): Promise<ExecutionPage> => {
	const query = new URLSearchParams({
		filter: JSON.stringify(filter),
		limit: String(PAGE),
		...place,
	});
	return await session.call('GET', `/executions?${query}`);
};

/** The newest executions of a workflow, newest first, at most 100; all states, or only the named. */
export const listExecutions = async (
	session: N8nSession,
	workflowId: string,
	status?: readonly ExecutionStatus[],
): Promise<readonly ExecutionSummary[]> =>
	(await readPage(session, { workflowId, ...(status ? { status } : {}) }, {})).results;

/** All executions of a workflow. */
export const listAllExecutions = async (
	session: N8nSession,
	workflowId: string,
): Promise<ExecutionSummary[]> => {
	// Those that run stand on every first page of some versions: each is kept once.
	const all = new Map<string, ExecutionSummary>();
	let place: Record<string, string> = {};
	for (;;) {
		const { results, nextCursor } = await readPage(session, { workflowId }, place);
		for (const execution of results) all.set(execution.id, execution);
		const last = results.at(-1);
		if (nextCursor === null || !last || results.length < PAGE) return [...all.values()];
		place = nextCursor === undefined ? { lastId: last.id } : { cursor: nextCursor };
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
