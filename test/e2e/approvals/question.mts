import { fetch } from 'undici';

import {
	listExecutions,
	readExecution,
	type Execution,
} from '../../../local-n8n/client/executions.mts';
import {
	activate,
	createWorkflow,
	withCredential,
	type WorkflowNode,
} from '../../../local-n8n/client/workflows.mts';
import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import { NO_WEBHOOKS } from '../../../sandbox/pushes/webhooks.mts';
import type { N8nStage } from '../browser/n8n-stage.mts';
import { until } from '../browser/until.mts';
import { ASK, askWorkflow, GO_ON, HEARD } from './ask-workflow.mts';

/** A question that an execution waits for. */
export interface OpenQuestion {
	readonly executionId: string;
	/** Where its workflow hears replies. */
	readonly replyUrl: string;
	/** The link of each phone, in the order of the SMS. */
	readonly links: readonly string[];
	/** What the replies that answered nothing started, oldest first. */
	readonly heard: () => Promise<Array<Readonly<Record<string, unknown>>>>;
	/** The execution once it has gone on and ended. */
	readonly ended: () => Promise<Execution>;
}

/** The item that the workflow went on with. */
export const answerOf = (execution: Execution): unknown =>
	execution.runs[GO_ON]?.[0]?.outputs[0]?.map(({ json }) => json);

/** What the node gave at last. */
export const askedOf = (execution: Execution): unknown =>
	execution.runs[ASK]?.at(-1)?.outputs[0]?.map(({ json }) => json);

const linkIn = (text: string): string => /https?:\/\/\S+/.exec(text)?.[0] ?? '';

/** The link of a phone, by its place among the SMS. */
export const linkOf = ({ links }: OpenQuestion, position = 0): string => {
	const link = links[position];
	if (!link) throw new Error(`The SMS ${position} holds no link`);
	return link;
};

/** Presses a button, or sends the words of a field, without a browser. */
export const post = async (link: string, fields: Record<string, string>) => {
	const answer = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
	return { status: answer.status, html: await answer.text() };
};

let counter = 0;

/** Has n8n ask, and waits until the execution waits. */
export async function ask(
	{ session, credential, sandbox, url }: N8nStage,
	parameters: WorkflowNode['parameters'],
): Promise<OpenQuestion> {
	const path = `ask-${++counter}`;
	const before = (await sandbox.messages()).length;
	const stored = await createWorkflow(
		session,
		withCredential(askWorkflow(path, parameters), credential),
	);
	await activate(session, stored.id);
	const trigger = webhookAddress(url, stored);
	await waitForWebhook(trigger);
	await sandbox.setWebhooks({ ...NO_WEBHOOKS, replyUrl: trigger });
	await until('n8n to take the call', async () => {
		const { status } = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
		return status === 200;
	});
	const execution = await until('the execution to wait', async () => {
		const { results } = await listExecutions(session, { workflowId: stored.id });
		const [first] = results;
		if (first?.status === 'error') {
			const { error } = await readExecution(session, first.id);
			throw new Error(`The execution failed: ${error?.message}`);
		}
		return first?.status === 'waiting' ? first : null;
	});
	const messages = (await sandbox.messages()).slice(before);
	return {
		executionId: execution.id,
		replyUrl: trigger,
		links: messages.map(({ text }) => linkIn(text)),
		heard: async () => {
			const { results } = await listExecutions(session, { workflowId: stored.id });
			const executions = await Promise.all(
				[...results].reverse().map(async ({ id }) => await readExecution(session, id)),
			);
			return executions
				.flatMap(({ runs }) => runs[HEARD]?.[0]?.outputs[0] ?? [])
				.map(({ json }) => json);
		},
		ended: async () =>
			await until(
				'the execution to end',
				async () => {
					const read = await readExecution(session, execution.id);
					// n8n 1.x writes the status before the data.
					const hasGoneOn = read.status === 'success' && answerOf(read) !== undefined;
					return hasGoneOn || read.status === 'error' ? read : null;
				},
				150_000,
			),
	};
}
