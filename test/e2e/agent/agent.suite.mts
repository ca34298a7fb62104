import { describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { saveCredential } from '../../../local-n8n/client/credentials.mts';
import { activate, createWorkflow } from '../../../local-n8n/client/workflows.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { agentWorkflow, fromModel, reviewedWorkflow, type Tool } from './agent-workflow.mts';
import { startChatModelStub } from './chat-model-stub.mts';

const sendTool: Tool = {
	name: 'Send SMS',
	parameters: {
		resource: 'sms',
		operation: 'send',
		to: fromModel('To', 'The mobile number to text'),
		message: fromModel('Message', 'The text of the SMS'),
	},
};

const tools: readonly Tool[] = [
	{
		name: 'Check blacklist',
		parameters: {
			resource: 'blacklist',
			operation: 'check',
			phoneNumber: fromModel('Phone_Number', 'The number to look up'),
		},
	},
	{
		name: 'Get account',
		parameters: { resource: 'account', operation: 'get' },
	},
	sendTool,
];

const review: Tool = {
	name: 'Ask the manager',
	parameters: {
		resource: 'sms',
		operation: 'sendAndWait',
		responseType: 'approval',
		to: '06 12 34 56 79',
		message: '=May the agent run {{ $tool.name }} with {{ JSON.stringify($tool.parameters) }}?',
		approvalOptions: { values: { approvalType: 'double' } },
	},
};

/** `usableAsTool`, proven with a model that follows a script. */
export const agentSuite = (scene: Scene): void =>
	describe('AI Agent', () => {
		test('an AI Agent uses three operations as tools and reads their results', async () => {
			const { stage } = scene;
			await stage.sandbox.reset();
			await stage.sandbox.reply('33699999999', 'STOP');
			const model = await startChatModelStub([
				{ tool: 'Check_blacklist', input: { Phone_Number: '06 99 99 99 99' } },
				{ tool: 'Get_account', input: {} },
				{ tool: 'Send_SMS', input: { To: '06 12 34 56 78', Message: 'The table is yours at 8' } },
				{ text: 'Anna was texted.' },
			]);
			try {
				const openAi = await saveCredential(stage.session, {
					name: 'Scripted model',
					type: 'openAiApi',
					data: { apiKey: 'scripted', url: model.baseUrl },
				});
				const workflow = await createWorkflow(
					stage.session,
					agentWorkflow('ask-the-agent', 'Text Anna that the table is hers', tools, {
						allMySms: stage.credential,
						openAi,
					}),
				);
				await activate(stage.session, workflow.id);

				const answer = await until('the answer of the agent', async () => {
					const response = await fetch(`${stage.url}/webhook/ask-the-agent`);
					return response.status === 404 ? null : await response.json();
				});
				expect(answer).toEqual({ output: 'Anna was texted.' });
				expect(model.requests).toHaveLength(4);
				expect(model.requests[0]?.tools.map(({ name }) => name).sort()).toEqual([
					'Check_blacklist',
					'Get_account',
					'Send_SMS',
				]);

				const results = model.requests
					.map(({ messages }) => messages.at(-1))
					.slice(1)
					.map((message) => String(message?.content));
				expect(results[0]).toContain('"blacklisted":true');
				expect(results[1]).toContain('"credits"');
				expect(results[1]).not.toContain('sandbox-key');
				expect(results[2]).toContain('"status":"sent"');

				const messages = await stage.sandbox.messages();
				expect(messages).toEqual([
					expect.objectContaining({ phoneNumber: '33612345678', text: 'The table is yours at 8' }),
				]);
			} finally {
				await model.close();
			}
		});

		test.each([
			['approves', '0', 1, 'texted'],
			['declines', '1', 0, 'rejected'],
		] as const)('a person who %s by SMS decides over its tool', async (_, answer, count, told) => {
			const { stage } = scene;
			await stage.sandbox.reset();
			const model = await startChatModelStub([
				{
					tool: 'Send_SMS',
					input: {
						toolParameters: { To: '06 12 34 56 78', Message: 'Dinner is on us' },
						hitlParameters: {},
					},
				},
				{ text: 'Done.' },
			]);
			try {
				const openAi = await saveCredential(stage.session, {
					name: 'Scripted model',
					type: 'openAiApi',
					data: { apiKey: 'scripted', url: model.baseUrl },
				});
				const path = `review-${answer}`;
				const workflow = await createWorkflow(
					stage.session,
					reviewedWorkflow(path, 'Invite Anna', sendTool, review, {
						allMySms: stage.credential,
						openAi,
					}),
				);
				await activate(stage.session, workflow.id);
				await until('the agent to start', async () => {
					const { status } = await fetch(`${stage.url}/webhook/${path}`);
					return status !== 404;
				});
				const question = await until(
					'the question',
					async () => (await stage.sandbox.messages())[0],
				);
				expect(question.phoneNumber).toBe('33612345679');
				expect(question.text).toContain('May the agent run Send_SMS with {"To":"06 12 34 56 78"');
				const link = /https?:\S+/.exec(question.text)?.[0] ?? '';
				const page = await until('the page', async () => {
					const response = await fetch(link);
					return response.status === 200 && (await response.text());
				});
				expect(page).toContain('Decline</button>');
				const body = new URLSearchParams({ answer });
				expect((await fetch(link, { method: 'POST', body })).status).toBe(200);

				const second = await until('the next turn of the model', async () => model.requests[1]);
				expect(String(second.messages.at(-1)?.content)).toContain(
					told === 'texted' ? '"status":"sent"' : 'rejected',
				);
				const texts = (await stage.sandbox.messages()).slice(1).map(({ text }) => text);
				expect(texts).toEqual(Array.from({ length: count }, () => 'Dinner is on us'));
			} finally {
				await model.close();
			}
		});
	});
