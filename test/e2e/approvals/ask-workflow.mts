import { randomUUID } from 'node:crypto';

import type { Workflow, WorkflowNode } from '../../../local-n8n/client/workflows.mts';

/** Names of the nodes. */
export const ASK = 'Ask by SMS';
export const GO_ON = 'Go on';
export const HEARD = 'Heard';

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

/**
 * A workflow that is started by a call of `/webhook/<path>`, asks by SMS, and goes on. Its trigger
 * hears all replies that answer nothing.
 */
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
	const trigger: WorkflowNode = {
		...node('Replies', 'n8n-nodes-allmysms.allMySmsTrigger', 0, { events: ['reply', 'stop'] }),
		typeVersion: 2,
		position: [0, 300],
		webhookId: randomUUID(),
	};
	const heard = { ...node(HEARD, 'n8n-nodes-base.noOp', 1, {}), position: [220, 300] as const };
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: path,
		nodes: [start, ask, goOn, trigger, heard],
		connections: { Start: to(ASK), [ASK]: to(GO_ON), Replies: to(HEARD) },
		settings: { executionOrder: 'v1' },
	};
}
