import { randomUUID } from 'node:crypto';

import type { IDataObject, INode, INodeParameters, IWorkflowSettings } from 'n8n-workflow';

import { PACK } from './node-types.mts';

/** A workflow as n8n exports it. */
export interface WorkflowJson {
	readonly id: string;
	readonly name: string;
	readonly nodes: INode[];
	readonly connections: Record<
		string,
		Record<string, Array<Array<{ node: string; type: 'main' | 'ai_tool'; index: number }>>>
	>;
	readonly settings?: IWorkflowSettings;
	readonly staticData?: IDataObject;
}

/** What stands on a node's settings tab. */
export type NodeSettings = Partial<
	Pick<
		INode,
		| 'onError'
		| 'retryOnFail'
		| 'maxTries'
		| 'waitBetweenTries'
		| 'executeOnce'
		| 'alwaysOutputData'
		| 'disabled'
		| 'webhookId'
		| 'typeVersion'
	>
>;

/** A node of any type; nodes of the pack come with the credential. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	settings: NodeSettings = {},
): INode {
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...settings,
		...(type.startsWith(PACK)
			? { credentials: { allMySmsApi: { id: 'credential-1', name: 'AllMySMS account' } } }
			: {}),
	};
}

/** The action node, named "AllMySMS". */
export const actionNode = (parameters: INodeParameters, settings?: NodeSettings): INode =>
	node('AllMySMS', `${PACK}.allMySms`, parameters, settings);

/** The node where a workflow starts, named "Start": gives the items of the run. */
export const startNode = (): INode => node('Start', 'test.passOn');

/** A node that shows what arrives at it. */
export const endNode = (name: string): INode => node(name, 'test.passOn');

/** From a node's output to other nodes: `['Start', ['AllMySMS']]`, one list of names per output. */
export type Wire = readonly [from: string, ...outputs: ReadonlyArray<readonly string[]>];

/** A workflow of nodes and wires. */
export function workflowOf(
	nodes: INode[],
	wires: readonly Wire[],
	settings: IWorkflowSettings = {},
): WorkflowJson {
	const connections: WorkflowJson['connections'] = {};
	for (const [from, ...outputs] of wires) {
		connections[from] = {
			main: outputs.map((names) => names.map((name) => ({ node: name, type: 'main', index: 0 }))),
		};
	}
	return {
		id: randomUUID(),
		name: 'Test',
		nodes,
		connections,
		settings: { executionOrder: 'v1', ...settings },
	};
}

/** Start → AllMySMS → Done, and → Failed where the node has an error output. */
export function actionWorkflow(
	parameters: INodeParameters,
	settings: NodeSettings = {},
	workflowSettings: IWorkflowSettings = {},
): WorkflowJson {
	return workflowOf(
		[startNode(), actionNode(parameters, settings), endNode('Done'), endNode('Failed')],
		[
			['Start', ['AllMySMS']],
			['AllMySMS', ['Done'], ['Failed']],
		],
		workflowSettings,
	);
}
