import { describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { activate, createWorkflow } from '../../../local-n8n/client/workflows.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { agentWorkflow, fromModel, scriptedModel, sendTool, type Tool } from './agent-workflow.mts';
import { startChatModelStub } from './chat-model-stub.mts';

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
				const openAi = await scriptedModel(stage.session, model.baseUrl);
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
	});
