import type { Execution, OutputItem } from '../local-n8n/client/executions.mts';

/** What a node gave on one of its outputs, over all of its runs. */
export const itemsOf = (execution: Execution, node: string, output = 0): readonly OutputItem[] =>
	(execution.runs[node] ?? []).flatMap((run) => run.outputs[output] ?? []);

/** A value as the story tells it. */
export const show = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify(value);

/** The name of the node that a person starts a workflow with. */
export const manualTriggerOf = ({
	nodes,
}: {
	readonly nodes: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}): string => nodes.find(({ type }) => type.endsWith('.manualTrigger'))?.name ?? '';
