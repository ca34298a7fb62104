import { type IWebhookFunctions, sleep } from 'n8n-workflow';

import {
	type OpenQuestion,
	openQuestions,
	type ReplyAnswer,
	TAKEN,
} from '../shared/answers/open-questions';
import type { ReplyEvent, SmsEvent } from '../shared/pushes/sms-event';

/** AllMySMS waits for its answer meanwhile, nobody knows for how long. */
const TIMEOUT_MS = 10_000;
/** An execution that is just being put to wait takes no answer yet. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];

/** What became of a reply that may answer a question. */
type Handover =
	/** The execution goes on with it. */
	| 'taken'
	/** The execution does not wait any more. */
	| 'gone'
	/** n8n could not be reached at its own address, failed, or is too busy. */
	| 'failed';

const isReply = (event: SmsEvent): event is ReplyEvent =>
	event.event === 'reply' || event.event === 'stop';

const scopeOf = (context: IWebhookFunctions) =>
	[context.getWorkflow().id ?? '', context.getWorkflowStaticData('global')] as const;

/** The question of this workflow that an event answers; null for none. */
function questionOf(context: IWebhookFunctions, event: SmsEvent): OpenQuestion | null {
	return isReply(event) ? openQuestions.find(...scopeOf(context), event) : null;
}

/** Whether an event may answer a question, whatever the trigger is set to start with. */
export const mayAnswer = (context: IWebhookFunctions, event: SmsEvent): boolean =>
	questionOf(context, event) !== null;

interface Response {
	readonly statusCode: number;
	readonly body: unknown;
}

async function post(
	context: IWebhookFunctions,
	url: string,
	answer: ReplyAnswer,
): Promise<Handover | 'busy'> {
	const request = {
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(answer),
		encoding: 'text',
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	} as const;
	const { statusCode, body } = (await context.helpers.httpRequest(request)) as Response;
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	if (statusCode === 200) return text.includes(TAKEN) ? 'taken' : 'gone';
	if (statusCode === 409 && text.includes('is running')) return 'busy';
	return statusCode >= 400 && statusCode < 500 ? 'gone' : 'failed';
}

async function handOver(
	context: IWebhookFunctions,
	{ url }: OpenQuestion,
	answer: ReplyAnswer,
): Promise<Handover> {
	try {
		for (const pause of PAUSES_MS) {
			const handover = await post(context, url, answer);
			if (handover !== 'busy') return handover;
			await sleep(pause);
		}
		context.logger.warn(
			'AllMySMS Trigger: an answer could not be handed over, because the execution that asked is still busy',
		);
		return 'failed';
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`AllMySMS Trigger: an answer could not be handed to the execution that waits for it (${reason}). n8n must reach itself at the address in its setting WEBHOOK_URL.`,
		);
		return 'failed';
	}
}

/** What became of an event, before the trigger looks whether it starts the workflow. */
export type EventFate =
	/** An execution goes on with it: it starts nothing. */
	| 'answered'
	/** It is an event like any other. */
	| 'free'
	/** It was an answer and could not be handed over: it must start the workflow, or come again. */
	| 'stranded';

/**
 * Hands an event to the execution that waits for it. STOP ends the question for its phone, and is
 * told to the workflow as well: whoever asks for no more SMS wants more than to answer.
 */
export async function answerQuestion(
	context: IWebhookFunctions,
	event: SmsEvent,
): Promise<EventFate> {
	const question = questionOf(context, event);
	if (question === null || !isReply(event)) return 'free';
	const [workflowId, data] = scopeOf(context);
	const to = event.phoneNumber ?? '';
	const stop = event.event === 'stop';
	if (stop && question.phones.some((phone) => phone.to !== to)) {
		openQuestions.leaveOut(workflowId, data, question, to);
		return 'free';
	}
	const handover = await handOver(context, question, { text: event.message ?? '', to, stop });
	if (handover === 'failed') return 'stranded';
	openQuestions.close(workflowId, data, question);
	return handover === 'taken' && !stop ? 'answered' : 'free';
}
