import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../local-n8n/client/workflows.mts';

/** The node that asks. */
export const ASK = 'Ask by SMS';

/** What the trigger hears of replies that answer nothing. */
export const HEARD = 'Heard';

/** The webhook that has a question asked. */
export const questionPath = (workflow: Workflow): string =>
	`/webhook/${workflow.nodes[0]?.webhookId ?? ''}`;

/** A workflow that asks by SMS when it is called; its trigger takes the replies. */
export const questionWorkflow = (responseType: 'approval' | 'smsReply'): Workflow => {
	const webhookId = randomUUID();
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: `Question with ${responseType}`,
		nodes: [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId,
				parameters: {
					httpMethod: 'POST',
					path: webhookId,
					responseMode: 'onReceived',
					options: {},
				},
			},
			{
				id: randomUUID(),
				name: ASK,
				type: 'n8n-nodes-allmysms.allMySms',
				typeVersion: 1,
				position: [208, 0],
				parameters: {
					resource: 'sms',
					operation: 'sendAndWait',
					to: '={{ $json.body.to }}',
					message: 'Do you come?',
					responseType,
					options: {},
				},
			},
			{
				name: 'AllMySMS Trigger',
				type: 'n8n-nodes-allmysms.allMySmsTrigger',
				typeVersion: 2,
				position: [0, 208],
				webhookId: randomUUID(),
				parameters: { events: ['reply', 'stop'], options: {} },
			},
			{
				name: HEARD,
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [208, 208],
				parameters: {},
			},
		],
		connections: { Webhook: to(ASK), 'AllMySMS Trigger': to(HEARD) },
		settings: { executionOrder: 'v1' },
	};
};
