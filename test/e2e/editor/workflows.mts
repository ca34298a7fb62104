import { randomUUID } from 'node:crypto';

import type { Workflow, WorkflowNode } from '../../../local-n8n/client/workflows.mts';

const manualTrigger: WorkflowNode = {
	id: randomUUID(),
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A workflow with one action node behind a manual trigger, and a trigger node beside it. */
export const bothNodes = (
	name: string,
	action: Record<string, unknown>,
	trigger: Record<string, unknown> = {},
): Workflow => ({
	name,
	nodes: [
		manualTrigger,
		{
			id: randomUUID(),
			name: 'AllMySMS',
			type: 'n8n-nodes-allmysms.allMySms',
			typeVersion: 1,
			position: [240, 0],
			parameters: action,
		},
		{
			id: randomUUID(),
			name: 'AllMySMS Trigger',
			type: 'n8n-nodes-allmysms.allMySmsTrigger',
			typeVersion: 2,
			position: [0, 240],
			webhookId: randomUUID(),
			parameters: trigger,
		},
	],
	connections: { Start: { main: [[{ node: 'AllMySMS', type: 'main', index: 0 }]] } },
});
