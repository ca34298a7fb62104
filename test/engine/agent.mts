import type { INodeParameters } from 'n8n-workflow';

import { PACK } from '../../harness/node-types.mts';
import { node, startNode, workflowOf, type NodeSettings } from '../../harness/workflow.mts';

/** What the agent fills in. */
export const FROM_AI = {
	to: '={{ $fromAI("to", "the number", "string") }}',
	message: '={{ $fromAI("message", "the text", "string") }}',
};

/** Start → Agent, with the node as its tool; the agent makes the calls in turn. */
export function agentWorkflow(
	calls: unknown[],
	parameters: INodeParameters,
	settings: NodeSettings = {},
) {
	const tool = node('AllMySMS', `${PACK}.allMySmsTool`, parameters, settings);
	const plain = JSON.parse(JSON.stringify(calls)) as INodeParameters[];
	const agent = node('Agent', 'test.agent', { calls: plain });
	const workflow = workflowOf([startNode(), agent, tool], [['Start', ['Agent']]]);
	return {
		...workflow,
		connections: {
			...workflow.connections,
			AllMySMS: { ai_tool: [[{ node: 'Agent', type: 'ai_tool' as const, index: 0 }]] },
		},
	};
}
