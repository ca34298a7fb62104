import { randomUUID } from 'node:crypto';

import type { Workflow, WorkflowNode } from '../../local-n8n/client/workflows.mts';

/** The token that pushes must carry where the trigger has a credential. */
export const WEBHOOK_TOKEN = 'bench-webhook-token';

/** A trigger that is measured. */
export interface TriggerContender {
	readonly title: string;
	/** Whether the trigger has the credential, and pushes the token. */
	readonly token: boolean;
	/** Executions for pushes that all arrive: one each, none, or few. */
	readonly starts: 'each' | 'none' | 'few';
	readonly options: Readonly<Record<string, unknown>>;
}

/** n8n's own Webhook node, and ours with different settings, by the name on the command line. */
export const triggerContenders = {
	webhook: { title: 'Webhook node', token: false, starts: 'each', options: {} },
	open: { title: 'AllMySMS Trigger, no credential', token: false, starts: 'each', options: {} },
	token: { title: 'AllMySMS Trigger, token', token: true, starts: 'each', options: {} },
	filtered: {
		title: 'AllMySMS Trigger, token, filtered out',
		token: true,
		starts: 'none',
		options: { statuses: ['undelivered'] },
	},
	gathered: {
		title: 'AllMySMS Trigger, token, gathered for 1 s',
		token: true,
		starts: 'few',
		options: { gatherSeconds: 1 },
	},
} as const satisfies Record<string, TriggerContender>;

export type TriggerName = keyof typeof triggerContenders;

/** The node's name in every workflow. */
export const TRIGGER = 'Trigger';

function triggerNode(name: TriggerName): WorkflowNode {
	const webhookId = randomUUID();
	const common = { name: TRIGGER, position: [0, 0] as const, webhookId };
	if (name === 'webhook') {
		return {
			...common,
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: {
				httpMethod: 'POST',
				path: webhookId,
				responseMode: 'onReceived',
				options: {},
			},
		};
	}
	return {
		...common,
		type: 'n8n-nodes-allmysms.allMySmsTrigger',
		typeVersion: 2,
		parameters: { options: triggerContenders[name].options },
	};
}

/** A workflow with the trigger and a node behind it that does nothing. */
export const triggerWorkflow = (name: TriggerName): Workflow => ({
	name: `Bench ${name}`,
	nodes: [
		triggerNode(name),
		{
			name: 'Nothing',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [208, 0],
			parameters: {},
		},
	],
	connections: { [TRIGGER]: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});

/** Where the pushes go, below the address of n8n. */
export function pathOf(name: TriggerName, workflow: Workflow): string {
	const id = workflow.nodes.find((node) => node.name === TRIGGER)?.webhookId ?? '';
	if (name === 'webhook') return `/webhook/${id}`;
	const query = triggerContenders[name].token ? `?token=${WEBHOOK_TOKEN}` : '';
	return `/webhook/${id}/allmysms${query}`;
}
