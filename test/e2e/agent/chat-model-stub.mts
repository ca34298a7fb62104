import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the scripted model answers: a call of one tool, or its last words. */
export type Turn =
	| { readonly tool: string; readonly input: Record<string, unknown> }
	| { readonly text: string };

/** A tool as the model was told of it. */
export interface OfferedTool {
	readonly name: string;
	readonly description: string;
	readonly parameters: { readonly properties?: Record<string, { readonly description?: string }> };
}

/** One request of the agent, as far as tests look at it. */
export interface ChatRequest {
	readonly messages: ReadonlyArray<{ readonly role: string; readonly content: unknown }>;
	readonly tools: readonly OfferedTool[];
}

interface CompletionBody {
	readonly stream?: boolean;
	readonly messages?: ChatRequest['messages'];
	readonly tools?: ReadonlyArray<{ readonly function: OfferedTool }>;
}

/**
 * A chat model that speaks as OpenAI's `POST /v1/chat/completions` does and follows a script: one
 * turn per request, the last one again and again.
 */
export async function startChatModelStub(script: readonly [Turn, ...Turn[]]) {
	const requests: ChatRequest[] = [];

	const server = createServer((request, response) => {
		void text(request).then((body) => {
			if (request.method === 'GET') {
				response.setHeader('content-type', 'application/json');
				response.end(
					JSON.stringify({ object: 'list', data: [{ id: 'scripted', object: 'model' }] }),
				);
				return;
			}
			const asked = JSON.parse(body) as CompletionBody;
			const turn = script[Math.min(requests.length, script.length - 1)] ?? script[0];
			requests.push({
				messages: asked.messages ?? [],
				tools: (asked.tools ?? []).map((tool) => tool.function),
			});
			const message = messageOf(turn, requests.length);
			if (asked.stream === true) {
				response.setHeader('content-type', 'text/event-stream');
				response.end(asEvents(message));
				return;
			}
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(asCompletion(message)));
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;

	return {
		/** For the field "Base URL" of n8n's OpenAI credential. */
		baseUrl: `http://127.0.0.1:${port}/v1`,
		/** In the order of arrival. */
		requests,
		close: async (): Promise<void> => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

function messageOf(turn: Turn, count: number) {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const call = {
		index: 0,
		id: `call_${count}`,
		type: 'function',
		function: { name: turn.tool, arguments: JSON.stringify(turn.input) },
	};
	return { role: 'assistant', content: null, tool_calls: [call] };
}

type AssistantMessage = ReturnType<typeof messageOf>;

const header = { id: 'chatcmpl-scripted', created: 1_700_000_000, model: 'scripted' };

const finishOf = (message: AssistantMessage): string =>
	'tool_calls' in message ? 'tool_calls' : 'stop';

const asCompletion = (message: AssistantMessage) => ({
	...header,
	object: 'chat.completion',
	choices: [{ index: 0, message, finish_reason: finishOf(message) }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

function asEvents(message: AssistantMessage): string {
	const chunk = (delta: unknown, finish_reason: string | null): string =>
		`data: ${JSON.stringify({
			...header,
			object: 'chat.completion.chunk',
			choices: [{ index: 0, delta, finish_reason }],
		})}\n\n`;
	return `${chunk(message, null)}${chunk({}, finishOf(message))}data: [DONE]\n\n`;
}
