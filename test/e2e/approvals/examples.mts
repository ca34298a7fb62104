import {
	listExecutions,
	readExecution,
	type Execution,
} from '../../../local-n8n/client/executions.mts';
import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	runManually,
	withCredential,
} from '../../../local-n8n/client/workflows.mts';
import { NO_WEBHOOKS } from '../../../sandbox/pushes/webhooks.mts';
import type { N8nStage } from '../browser/n8n-stage.mts';
import { readExample } from '../story/examples.mts';

/** An example that was started as its reader starts it. */
export interface PlayedExample {
	/** All of its executions that have ended. */
	readonly ended: () => Promise<Execution[]>;
}

/** Places an example, activates it where it has a trigger, and starts it from its button. */
export async function playExample(
	{ session, credential, sandbox, url }: N8nStage,
	name: string,
): Promise<PlayedExample> {
	await sandbox.reset();
	const workflow = await createWorkflow(
		session,
		withCredential(await readExample(name), credential),
	);
	if (workflow.nodes.some(({ type }) => type.endsWith('.allMySmsTrigger'))) {
		await activate(session, workflow.id);
		const replyUrl = webhookAddress(url, workflow);
		await waitForWebhook(replyUrl);
		await sandbox.setWebhooks({ ...NO_WEBHOOKS, replyUrl });
	}
	const button = workflow.nodes.find(({ type }) => type.endsWith('.manualTrigger'));
	await runManually(session, workflow.id, button?.name ?? '');
	return {
		ended: async () => {
			const { results } = await listExecutions(session, { workflowId: workflow.id });
			return await Promise.all(
				results
					.filter(({ status }) => status === 'success')
					.map(async ({ id }) => await readExecution(session, id)),
			);
		},
	};
}

/** What a node gave in any of the executions. */
export const itemsOf = (executions: readonly Execution[], node: string): unknown[] =>
	executions.flatMap(({ runs }) =>
		(runs[node] ?? []).flatMap(({ outputs }) => (outputs[0] ?? []).map(({ json }) => json)),
	);
