import { randomUUID } from 'node:crypto';

import type { Workflow, WorkflowNode } from '../../../local-n8n/client/workflows.mts';

/** Names of the nodes. */
export const ASK = 'Ask by SMS';
export const GO_ON = 'Go on';

const node = (
	name: string,
	type: string,
	column: number,
	parameters: WorkflowNode['parameters'],
): WorkflowNode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion: 1,
	position: [column * 220, 0],
	parameters,
});

/** A workflow that is started by a call of `/webhook/<path>`, asks by SMS, and goes on. */
export function askWorkflow(path: string, parameters: WorkflowNode['parameters']): Workflow {
	const start: WorkflowNode = {
		...node('Start', 'n8n-nodes-base.webhook', 0, { path, httpMethod: 'POST', options: {} }),
		typeVersion: 2,
		webhookId: randomUUID(),
	};
	const ask = node(ASK, 'n8n-nodes-allmysms.allMySms', 1, {
		resource: 'sms',
		operation: 'sendAndWait',
		...parameters,
	});
	const goOn = node(GO_ON, 'n8n-nodes-base.noOp', 2, {});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: path,
		nodes: [start, ask, goOn],
		connections: { Start: to(ASK), [ASK]: to(GO_ON) },
		settings: { executionOrder: 'v1' },
	};
}
