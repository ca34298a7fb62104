import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../local-n8n/client/workflows.mts';

export const EVENT_TRIGGER = 'AllMySMS Trigger';

/** A workflow that takes every event and notes its identifier. */
export const eventWorkflow = (): Workflow => ({
	name: 'Events in queue mode',
	nodes: [
		{
			name: EVENT_TRIGGER,
			type: 'n8n-nodes-allmysms.allMySmsTrigger',
			typeVersion: 2,
			position: [0, 0],
			webhookId: randomUUID(),
			parameters: { events: ['deliveryReport', 'reply', 'stop'], options: {} },
		},
		{
			name: 'Note',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [208, 0],
			parameters: {
				assignments: {
					assignments: [{ id: 'a', name: 'noted', value: '={{ $json.smsId }}', type: 'string' }],
				},
				options: {},
			},
		},
	],
	connections: { [EVENT_TRIGGER]: { main: [[{ node: 'Note', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});
