import type { IDataObject, IRun, NodeExecutionHint } from 'n8n-workflow';
import { stringify } from 'flatted';

/** An item as n8n stores it. */
export interface StoredItem {
	readonly json: Record<string, unknown>;
	readonly pairedItem?: unknown;
	readonly error?: unknown;
}

/** An error as n8n stores it: what the user reads, and where it belongs. */
export interface StoredError {
	readonly name: string;
	/** The headline. */
	readonly message: string;
	/** The text below it. */
	readonly description?: string | null;
	readonly context?: { readonly itemIndex?: number };
	readonly [key: string]: unknown;
}

/** One run of one node; a loop runs a node several times. */
export interface NodeRun {
	readonly status: string;
	/** The items of each output. */
	readonly outputs: readonly StoredItem[][];
	readonly error: StoredError | null;
	readonly hints: readonly NodeExecutionHint[];
	/** How long the node ran, all tries together. */
	readonly milliseconds: number;
}

/** A finished execution. */
export interface EngineRun {
	readonly executionId: string;
	readonly status: string;
	/** The error that stopped the workflow. */
	readonly error: StoredError | null;
	/** All runs of a node, in order; empty where it never ran. */
	runsOf(node: string): readonly NodeRun[];
	/** The items of an output of the (last) run of a node. */
	itemsOf(node: string, output?: number): readonly StoredItem[];
	/** The execution as n8n writes it into its database. */
	readonly stored: string;
	/** The workflow's static data at the end; n8n keeps it, except after manual executions. */
	readonly staticData: IDataObject;
}

const plain = <T,>(value: T): T =>
	value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);

/** Reads what the engine gives at the end of an execution. */
export function readRun(executionId: string, run: IRun, staticData: IDataObject): EngineRun {
	const { runData, error } = run.data.resultData;
	const runs = new Map<string, NodeRun[]>();
	for (const [name, tasks] of Object.entries(runData)) {
		const read = tasks.map(
			(task): NodeRun => ({
				status: task.executionStatus ?? '',
				outputs: plain((task.data?.main ?? []).map((items) => items ?? [])),
				error: plain(task.error ?? null) as StoredError | null,
				hints: plain(task.hints ?? []),
				milliseconds: task.executionTime,
			}),
		);
		runs.set(name, read);
	}
	const runsOf = (node: string) => runs.get(node) ?? [];
	return {
		executionId,
		status: run.status,
		error: plain(error ?? null) as StoredError | null,
		runsOf,
		itemsOf: (node, output = 0) => runsOf(node).at(-1)?.outputs[output] ?? [],
		stored: stringify(run),
		staticData,
	};
}
