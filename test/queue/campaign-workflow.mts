import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../local-n8n/client/workflows.mts';

/** The webhook that starts the campaign. */
export const campaignPath = (workflow: Workflow): string =>
	`/webhook/${workflow.nodes[0]?.webhookId ?? ''}`;

/**
 * A workflow that texts all contacts of the request that starts it, one small batch after the other,
 * so that a worker can die in the middle.
 *
 * @param options further options of the AllMySMS node
 */
export const campaignWorkflow = (
	name: string,
	options: Readonly<Record<string, string>>,
): Workflow => {
	const webhookId = randomUUID();
	return {
		name,
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
				name: 'Contacts',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [208, 0],
				parameters: { fieldToSplitOut: 'body.contacts', options: {} },
			},
			{
				name: 'Send',
				type: 'n8n-nodes-allmysms.allMySms',
				typeVersion: 1,
				position: [416, 0],
				parameters: {
					resource: 'sms',
					operation: 'send',
					to: '={{ $json.phone }}',
					message: '=Hello {{ $json.name }}, we open on Monday.',
					campaignName: name,
					options: { concurrency: 1, batchSize: 100, ...options },
				},
				// Even with this, nothing may leave twice.
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		],
		connections: {
			Webhook: { main: [[{ node: 'Contacts', type: 'main', index: 0 }]] },
			Contacts: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
};
