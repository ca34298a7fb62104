import { randomUUID } from 'node:crypto';

import { saveCredential, type StoredCredential } from '../../../local-n8n/client/credentials.mts';
import type { Workflow, WorkflowNode } from '../../../local-n8n/client/workflows.mts';

/** An operation of the action node that the agent may use. */
export interface Tool {
	/** The node's name; the model sees it with underscores. */
	readonly name: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the model fills in, as the editor writes it for "Let the model define this parameter". */
export const fromModel = (name: string, description: string): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`${description}\`, 'string') }}`;

/** A credential with which n8n asks the scripted model. */
export const scriptedModel = async (
	session: Parameters<typeof saveCredential>[0],
	url: string,
): Promise<StoredCredential> =>
	await saveCredential(session, {
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'scripted', url },
	});

/** Texts a number of the model's choice. */
export const sendTool: Tool = {
	name: 'Send SMS',
	parameters: {
		resource: 'sms',
		operation: 'send',
		to: fromModel('To', 'The mobile number to text'),
		message: fromModel('Message', 'The text of the SMS'),
	},
};

const node = (
	name: string,
	type: string,
	typeVersion: number,
	position: readonly [number, number],
	parameters: Readonly<Record<string, unknown>>,
	more: Partial<WorkflowNode> = {},
): WorkflowNode => ({ id: randomUUID(), name, type, typeVersion, position, parameters, ...more });

const used = ({ id, name }: StoredCredential) => ({ id, name });

/**
 * An agent that may use one tool only when a person has approved it: n8n makes the review tool of the
 * action node's `sendAndWait`.
 */
export function reviewedWorkflow(
	path: string,
	task: string,
	tool: Tool,
	review: Tool,
	credentials: { readonly allMySms: StoredCredential; readonly openAi: StoredCredential },
): Workflow {
	const { nodes, connections, ...workflow } = agentWorkflow(path, task, [tool], credentials);
	const reviewer = node(
		review.name,
		'n8n-nodes-allmysms.allMySmsHitlTool',
		1,
		[360, 120],
		review.parameters,
		{ credentials: { allMySmsApi: used(credentials.allMySms) } },
	);
	const to = (name: string) => ({ ai_tool: [[{ node: name, type: 'ai_tool', index: 0 }]] });
	return {
		...workflow,
		// As the editor stores it; in n8n's old order the agent would not wait for the review.
		settings: { executionOrder: 'v1' },
		nodes: [
			...nodes.map((each) => {
				if (each.name === 'AI Agent') return { ...each, typeVersion: 3.1 };
				if (each.name !== 'Webhook') return each;
				// Nobody waits for the agent as long as for a person.
				return { ...each, parameters: { path } };
			}),
			reviewer,
		],
		connections: {
			...connections,
			[tool.name]: to(review.name),
			[review.name]: to('AI Agent'),
		},
	};
}

/** An AI Agent behind a webhook that answers with the agent's last words. */
export function agentWorkflow(
	path: string,
	task: string,
	tools: readonly Tool[],
	credentials: { readonly allMySms: StoredCredential; readonly openAi: StoredCredential },
): Workflow {
	const toAgent = (type: string) => ({ [type]: [[{ node: 'AI Agent', type, index: 0 }]] });
	return {
		name: 'Agent',
		nodes: [
			node(
				'Webhook',
				'n8n-nodes-base.webhook',
				2,
				[0, 0],
				{ path, responseMode: 'lastNode' },
				{
					webhookId: path,
				},
			),
			node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 2.2, [240, 0], {
				promptType: 'define',
				text: task,
			}),
			node(
				'Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				[160, 220],
				{ model: { __rl: true, mode: 'id', value: 'scripted' } },
				{ credentials: { openAiApi: used(credentials.openAi) } },
			),
			...tools.map(({ name, parameters }, index) =>
				node(name, 'n8n-nodes-allmysms.allMySmsTool', 1, [360 + index * 180, 220], parameters, {
					credentials: { allMySmsApi: used(credentials.allMySms) },
				}),
			),
		],
		connections: {
			Webhook: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
			Model: toAgent('ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, toAgent('ai_tool')])),
		},
	};
}
