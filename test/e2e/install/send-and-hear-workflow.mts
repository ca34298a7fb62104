import { randomUUID } from 'node:crypto';

import type { Workflow, WorkflowNode } from '../../../local-n8n/client/workflows.mts';

const SEND = 'Send';
/** The node that gets the receipts. */
export const HEARD = 'Heard';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	position: readonly [number, number],
	parameters: WorkflowNode['parameters'],
): WorkflowNode => ({ id: randomUUID(), name, type, typeVersion, position, parameters });

/** Sends an SMS when `/webhook/<path>` is called, and hears the receipts of the account. */
export function sendAndHearWorkflow(path: string): Workflow {
	const start = {
		...node('Start', 'n8n-nodes-base.webhook', 2, [0, 0], {
			path,
			httpMethod: 'POST',
			responseMode: 'lastNode',
			options: {},
		}),
		webhookId: randomUUID(),
	};
	const send = node(SEND, 'n8n-nodes-allmysms.allMySms', 1, [220, 0], {
		resource: 'sms',
		operation: 'send',
		to: '={{ $json.body.to }}',
		message: '=Hello {{ $json.body.name }}',
	});
	const trigger = {
		...node('Receipts', 'n8n-nodes-allmysms.allMySmsTrigger', 2, [0, 220], {
			events: ['deliveryReport'],
		}),
		webhookId: randomUUID(),
	};
	const heard = node(HEARD, 'n8n-nodes-base.noOp', 1, [220, 220], {});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: path,
		nodes: [start, send, trigger, heard],
		connections: { Start: to(SEND), Receipts: to(HEARD) },
		settings: { executionOrder: 'v1' },
	};
}
