import { request } from 'undici';
import { waitUntil } from '../wait-until.mts';
import type { Workflow } from './workflows.mts';

/** The production address of the AllMySMS Trigger in a workflow, without a token. */
export const webhookAddress = (url: string, workflow: Workflow): string => {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-allmysms.allMySmsTrigger');
	if (!trigger?.webhookId)
		throw new Error(`"${workflow.name}" has no AllMySMS Trigger with an address`);
	return `${url}/webhook/${trigger.webhookId}/allmysms`;
};

/** Waits until n8n serves an address: it does so a moment after the activation. */
export const waitForWebhook = async (address: string): Promise<void> => {
	await waitUntil(
		`n8n to serve ${address}`,
		async () => {
			const { statusCode, body } = await request(address, { method: 'HEAD' });
			await body.dump();
			return statusCode === 404 ? undefined : statusCode;
		},
		{ withinMs: 30_000 },
	);
};
