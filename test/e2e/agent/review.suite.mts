import { describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';

import { activate, createWorkflow } from '../../../local-n8n/client/workflows.mts';
import { until } from '../browser/until.mts';
import type { Scene } from '../scene.mts';
import { reviewedWorkflow, scriptedModel, sendTool, type Tool } from './agent-workflow.mts';
import { startChatModelStub, type Turn } from './chat-model-stub.mts';

const MANAGER = '33612345679';

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

const withParameters = (tool: Tool, parameters: Tool['parameters']): Tool => ({
	...tool,
	parameters: { ...tool.parameters, ...parameters },
});

/** The model asks to text Anna. */
const texting = (Message: string): Turn => ({
	tool: 'Send_SMS',
	input: { toolParameters: { To: '06 12 34 56 78', Message }, hitlParameters: {} },
});

/** An agent that may text only when the manager has approved it, by SMS. */
export const reviewSuite = (scene: Scene): void =>
	describe('AI Agent with a review by SMS', () => {
		/** Starts the agent with a model that follows the script. */
		const start = async (script: [Turn, ...Turn[]], path: string, [tool, reviewer]: Tool[]) => {
			const { stage } = scene;
			await stage.sandbox.reset();
			const model = await startChatModelStub(script);
			const openAi = await scriptedModel(stage.session, model.baseUrl);
			const workflow = await createWorkflow(
				stage.session,
				reviewedWorkflow(path, 'Invite Anna', tool ?? sendTool, reviewer ?? review, {
					allMySms: stage.credential,
					openAi,
				}),
			);
			await activate(stage.session, workflow.id);
			await until('the agent to start', async () => {
				const { status } = await fetch(`${stage.url}/webhook/${path}`);
				return status !== 404;
			});
			return model;
		};

		/** Answers the question at a place, counted from 0, once its page is there. */
		const decide = async (place: number, answer: string): Promise<string> => {
			const { text } = await until('the question', async () => {
				const all = await scene.stage.sandbox.messages();
				return all.filter(({ phoneNumber }) => phoneNumber === MANAGER)[place];
			});
			const link = /https?:\S+/.exec(text)?.[0] ?? '';
			const page = await until('the page', async () => {
				const response = await fetch(link);
				return response.status === 200 && (await response.text());
			});
			expect(page).toContain('Decline</button>');
			const body = new URLSearchParams({ answer });
			expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
			return text;
		};

		const textsTo = async (phone: string): Promise<string[]> =>
			(await scene.stage.sandbox.messages())
				.filter(({ phoneNumber }) => phoneNumber === phone)
				.map(({ text }) => text);

		test.each([
			['approves', '0', ['Dinner is on us'], '"status":"sent"'],
			['declines', '1', [], 'rejected'],
		] as const)('a person who %s by SMS decides over its tool', async (_, answer, texts, told) => {
			const script: [Turn, ...Turn[]] = [texting('Dinner is on us'), { text: 'Done.' }];
			const model = await start(script, `review-${answer}`, []);
			try {
				const question = await decide(0, answer);
				expect(question).toContain('May the agent run Send_SMS with {"To":"06 12 34 56 78"');
				const second = await until('the next turn of the model', async () => model.requests[1]);
				expect(String(second.messages.at(-1)?.content)).toContain(told);
				expect(await textsTo('33612345678')).toEqual(texts);
			} finally {
				await model.close();
			}
		});

		test('limits of the review and of the tool hold while a person decides', async () => {
			const script: [Turn, ...Turn[]] = [
				texting('Once'),
				texting('Twice'),
				texting('Again'),
				{ text: 'Done.' },
			];
			const model = await start(script, 'limits', [
				withParameters(sendTool, { options: { maximumSms: 1 } }),
				withParameters(review, {
					message: '=May {{ $tool.parameters.Message }} leave?',
					// Two questions of two SMS each.
					options: { maximumSms: 4, allowedRecipients: '+336' },
				}),
			]);
			try {
				await decide(0, '0');
				await decide(1, '0');
				await until('the last turn of the model', async () => model.requests[3]);
				const heard = model.requests.slice(1).map(({ messages }) => messages.at(-1)?.content);
				expect(heard).toEqual([
					expect.stringContaining('"status":"sent"'),
					expect.stringContaining("'Maximum SMS' is 1, but this run would send 1 SMS"),
					expect.stringContaining('rejected the tool call'),
				]);
				expect(await textsTo('33612345678')).toEqual(['Once']);
				expect(await textsTo(MANAGER)).toHaveLength(2);
			} finally {
				await model.close();
			}
		});
	});
