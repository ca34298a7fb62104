import {
	listExecutions,
	readExecution,
	type Execution,
} from '../../../local-n8n/client/executions.mts';
import type { N8nSession } from '../../../local-n8n/client/session.mts';
import { until } from '../browser/until.mts';

/** An execution, and the first item that the looked-for node gave in it. */
export interface Found {
	readonly execution: Execution;
	readonly item: Readonly<Record<string, unknown>>;
}

/** Waits for a successful execution of the workflow in which this node gave items. */
export const executionWith = async (
	session: N8nSession,
	workflowId: string,
	node: string,
): Promise<Found> =>
	await until(
		`an execution with items of "${node}"`,
		async () => {
			for (const { id, status } of (await listExecutions(session, { workflowId })).results) {
				if (status !== 'success') continue;
				const execution = await readExecution(session, id);
				const item = execution.runs[node]?.[0]?.outputs[0]?.[0]?.json;
				if (item !== undefined) return { execution, item };
			}
			return null;
		},
		60_000,
	);
