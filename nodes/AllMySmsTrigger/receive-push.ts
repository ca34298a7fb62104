import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isWanted } from '../shared/pushes/event-filter';
import { readPush } from '../shared/pushes/read-push';
import { readEvent } from '../shared/pushes/sms-event';
import { mayAnswer } from './answer-questions';
import { acceptedToken, carriesToken } from './webhook-tokens';
import { answerPush, OK, readBody } from './push-exchange';
import { startWorkflow } from './start-workflow';
import { readSettings } from './trigger-settings';

/** What follows the question mark, as it came: n8n's own reading has lost the bytes. */
function queryOf(url: string): string {
	const at = url.indexOf('?');
	return at < 0 ? '' : url.slice(at + 1);
}

async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const settings = readSettings(context);
	if (!settings.ok) {
		const { what, remedy } = settings.problem;
		context.logger.error(`AllMySMS Trigger: ${what}. ${remedy}`);
		return answerPush(response, 500, 'The trigger is not set up: see the log of n8n');
	}
	if (!settings.value.isAllowed(request.ip)) {
		context.logger.info(`AllMySMS Trigger: refused a call from ${request.ip ?? 'nowhere'}`);
		return answerPush(response, 401, 'Calls from this address are not allowed');
	}
	const query = queryOf(request.originalUrl);
	const token = await acceptedToken(context, (wanted) => carriesToken(query, wanted));
	if (token === null) {
		return answerPush(response, 401, 'The token of the address is missing or wrong');
	}
	// A check of the address, as its method says.
	if (request.method === 'HEAD') return answerPush(response, 200, OK);

	const body = await readBody(context);
	if (!body.ok) return answerPush(response, 400, body.problem.what);
	const push = await readPush({ query, body: body.value });
	if (push.kind === 'unreadable') return answerPush(response, 400, push.reason);
	if (push.kind === 'empty') return answerPush(response, 200, OK);

	const { filter } = settings.value;
	const events = push.events
		.map(readEvent)
		.filter((event) => isWanted(event, filter) || mayAnswer(context, event));
	if (events.length === 0) return answerPush(response, 200, OK);
	return await startWorkflow(context, events, settings.value, token);
}

/**
 * Takes a push: checks who calls, reads it, and starts the workflow with the events that are
 * wanted. Every call gets an answer, whatever happens.
 */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await receive(context);
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'unknown reason';
		context.logger.error(`AllMySMS Trigger: a push could not be taken: ${reason}`);
		const response = context.getResponseObject();
		if (response.headersSent) return { noWebhookResponse: true };
		return answerPush(response, 500, 'The push could not be taken: see the log of n8n');
	}
}
