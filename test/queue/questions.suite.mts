import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { listExecutions, readExecution } from '../../local-n8n/client/executions.mts';
import { waitForWebhook, webhookAddress } from '../../local-n8n/client/webhook-address.mts';
import { activate, createWorkflow, withCredential } from '../../local-n8n/client/workflows.mts';
import { waitUntil } from '../../local-n8n/wait-until.mts';
import { sandboxClient } from '../../sandbox/client.mts';
import { ASK, HEARD, questionPath, questionWorkflow } from './question-workflow.mts';
import { WEBHOOK_TOKEN, type QueueScene } from './queue-scene.mts';
import { replaceWorker } from './worker-death.mts';

const WITHIN_MS = 60_000;

/** Asks in queue mode, and gives the execution that waits. */
const ask = async (
	{ queue, session, credential, sandbox }: QueueScene,
	responseType: 'approval' | 'smsReply',
	to: string,
) => {
	const stored = await createWorkflow(
		session,
		withCredential(questionWorkflow(responseType), credential),
	);
	await activate(session, stored.id);
	const replyUrl = webhookAddress(queue.webhook.url, stored);
	await waitForWebhook(replyUrl);
	await sandboxClient(sandbox).setWebhooks({ replyUrl: `${replyUrl}?token=${WEBHOOK_TOKEN}` });
	const { body } = await request(`${queue.webhook.url}${questionPath(stored)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ to }),
	});
	await body.dump();
	const { id } = await waitUntil(
		'the execution to wait',
		async () => {
			const [first] = (await listExecutions(session, { workflowId: stored.id })).results;
			return first?.status === 'waiting' ? first : undefined;
		},
		{ withinMs: WITHIN_MS },
	);
	const messages = await sandboxClient(sandbox).messages();
	const text = messages.filter(({ phoneNumber }) => to.endsWith(phoneNumber)).at(-1)?.text ?? '';
	return {
		workflowId: stored.id,
		link: /http\S+/.exec(text)?.[0] ?? '',
		answer: async () =>
			await waitUntil(
				'the answer',
				async () => {
					const { runs, status } = await readExecution(session, id);
					if (status !== 'success') return undefined;
					return runs[ASK]?.at(-1)?.outputs[0]?.map(({ json }) => json);
				},
				{ withinMs: WITHIN_MS },
			),
	};
};

const post = async (link: string, answer: string): Promise<string> => {
	const { body } = await request(link, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: `answer=${answer}`,
	});
	return await body.text();
};

/** The one who asks, the one who takes the answer and the one who goes on are different processes. */
export const questionSuite = (scene: () => QueueScene): void =>
	describe('A question in queue mode', () => {
		test('is answered by its link, once, though the worker that asked is gone', async () => {
			const { workers } = scene();
			const { link, answer } = await ask(scene(), 'approval', '+33671000001');
			for (const worker of [...workers]) await replaceWorker(scene(), worker);
			const { statusCode, body } = await request(link);
			expect(statusCode).toBe(200);
			expect(await body.text()).toContain('Do you come?');
			const pages = await Promise.all([post(link, '0'), post(link, '0')]);
			const taken = pages.filter((page) => page.includes('Your answer has been received'));
			expect(taken).toHaveLength(1);
			expect(await answer()).toEqual([
				{ data: { approved: true, respondedAt: expect.any(String), to: '+33671000001' } },
			]);
		});

		test('is answered by an SMS, which the webhook process hands over', async () => {
			const { session, sandbox } = scene();
			const { workflowId, answer } = await ask(scene(), 'smsReply', '+33671000002');
			await sandboxClient(sandbox).reply('33671000002', 'Yes, at nine');
			expect(await answer()).toEqual([
				{ data: { text: 'Yes, at nine', respondedAt: expect.any(String), to: '+33671000002' } },
			]);
			const { results } = await listExecutions(session, { workflowId });
			const executions = await Promise.all(
				results.map(async ({ id }) => await readExecution(session, id)),
			);
			expect(executions.flatMap(({ runs }) => runs[HEARD] ?? [])).toEqual([]);
		});
	});
