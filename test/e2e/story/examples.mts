import { readFile } from 'node:fs/promises';
import path from 'node:path';

import {
	activate,
	createWorkflow,
	withCredential,
	type StoredWorkflow,
	type Workflow,
} from '../../../local-n8n/client/workflows.mts';
import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import { NO_WEBHOOKS } from '../../../sandbox/pushes/webhooks.mts';
import { root } from '../../../setup/places.mjs';
import type { N8nStage } from '../browser/n8n-stage.mts';

/** One of the workflows that the repository offers for import. */
export async function readExample(name: string): Promise<Workflow> {
	return JSON.parse(
		await readFile(path.join(root, 'examples', `${name}.json`), 'utf8'),
	) as Workflow;
}

/** Both examples in place, and the sandbox told where receipts and replies go. */
export async function placeExamples(
	stage: N8nStage,
): Promise<{ campaign: StoredWorkflow; handler: StoredWorkflow }> {
	const place = async (name: string) =>
		await createWorkflow(stage.session, withCredential(await readExample(name), stage.credential));
	const campaign = await place('appointment-campaign');
	const handler = await place('reply-handler');
	await activate(stage.session, handler.id);
	const address = webhookAddress(stage.url, handler);
	await waitForWebhook(address);
	await stage.sandbox.setWebhooks({
		...NO_WEBHOOKS,
		deliveryReportUrl: address,
		replyUrl: address,
	});
	return { campaign, handler };
}
