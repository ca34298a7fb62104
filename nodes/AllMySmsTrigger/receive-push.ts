import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { toIsoWithOffset } from '../shared/dates/instant';
import { storeKeys } from '../shared/pushes/event-memory';
import { isWanted } from '../shared/pushes/event-filter';
import { readPush } from '../shared/pushes/read-push';
import {
	eventItem,
	readEvent,
	type SmsEvent,
	type SmsEventItem,
	withoutSecret,
} from '../shared/pushes/sms-event';
import { answerQuestion, type EventFate, mayAnswer } from './answer-questions';
import { answerPush, OK, prepareOk, readBody } from './push-exchange';
import { acceptedToken, confirmEvents } from './check-origin';
import { Gathering, newEvents, type Turn } from './start-once';
import { readSettings, type TriggerSettings, type WhenUnreachable } from './trigger-settings';

/** An event that may start the workflow; `verified` is undefined where nobody asked the API. */
interface Passed {
	readonly event: SmsEvent;
	readonly verified?: boolean;
}

async function confirmed(
	context: IWebhookFunctions,
	events: readonly SmsEvent[],
	whenUnreachable: WhenUnreachable,
): Promise<Passed[]> {
	const answers = await confirmEvents(context, events);
	const refuted = answers.filter((answer) => answer === 'refuted').length;
	if (refuted > 0) {
		context.logger.warn(`AllMySMS Trigger: refused ${refuted} events that AllMySMS does not know`);
	}
	return events.flatMap((event, position): Passed[] => {
		const answer = answers[position];
		if (answer === 'confirmed') return [{ event, verified: true }];
		const passes = answer === 'unavailable' && whenUnreachable === 'pass';
		return passes ? [{ event, verified: false }] : [];
	});
}

/** An event as the workflow gets it, with what its repeats are told by. */
interface Ready {
	readonly item: SmsEventItem;
	readonly key: string | null;
}

function readyEvents(
	passed: readonly Passed[],
	keyOf: (event: SmsEvent) => string | null,
	{ zone, includeRaw }: TriggerSettings,
	token: string,
): Ready[] {
	const now = toIsoWithOffset(DateTime.now(), zone);
	return passed.map(({ event, verified }) => {
		const item = eventItem(event, { zone, now, includeRaw });
		if (item.raw) item.raw = withoutSecret(item.raw, token);
		return { item: verified === undefined ? item : { ...item, verified }, key: keyOf(event) };
	});
}

/** For all triggers of this n8n process. */
const gathering = new Gathering<Ready>();

/**
 * Whether this push starts the execution, with what; the editor listens for one call alone. Where
 * executions that wait took all events, everything is started already.
 */
async function turnOf(
	context: IWebhookFunctions,
	ready: readonly Ready[],
	gatherMs: number,
): Promise<Turn<Ready>> {
	if (ready.length === 0) return { kind: 'started' };
	if (gatherMs === 0 || context.getMode() === 'manual') return { kind: 'start', gathered: ready };
	const scope = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	return await gathering.join(scope, gatherMs, ready, context.getResponseObject());
}

/** What the executions that wait for answers did with the events, in order. */
async function fatesOf(
	context: IWebhookFunctions,
	passed: readonly Passed[],
): Promise<EventFate[]> {
	const fates: EventFate[] = [];
	// In turn: a second reply finds the question closed by the first.
	for (const { event } of passed) fates.push(await answerQuestion(context, event));
	return fates;
}

/**
 * Hands the events that answer a question to their executions, and starts one execution with the
 * others: those that are new and, where that is asked for, confirmed.
 *
 * @param wanted those that the trigger is set to start with, and those that may answer
 */
async function startWorkflow(
	context: IWebhookFunctions,
	wanted: readonly SmsEvent[],
	settings: TriggerSettings,
	token: string,
): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const claimed = await newEvents(context, wanted, settings.deduplicate);
	let isStarted = false;
	try {
		if (claimed.events.length === 0) return answerPush(response, 200, OK);
		const passed = settings.verify
			? await confirmed(context, claimed.events, settings.verify)
			: claimed.events.map((event): Passed => ({ event }));
		if (passed.length === 0) {
			return answerPush(response, 401, 'The push is not confirmed by AllMySMS');
		}
		const fates = await fatesOf(context, passed);
		const starting = passed.filter(
			({ event }, position) => fates[position] !== 'answered' && isWanted(event, settings.filter),
		);
		const isLost = passed.some(
			(each, position) => fates[position] === 'stranded' && !starting.includes(each),
		);
		if (isLost) {
			return answerPush(response, 500, 'The answer could not be handed over: see the log of n8n');
		}
		const answered = passed.filter((_, position) => fates[position] === 'answered');
		storeKeys(
			context.getWorkflowStaticData('node'),
			answered.flatMap(({ event }) => claimed.keyOf(event) ?? []),
		);
		const ready = readyEvents(starting, claimed.keyOf, settings, token);
		const turn = await turnOf(context, ready, settings.gatherMs);
		if (turn.kind === 'failed') {
			return answerPush(response, 500, 'The workflow could not be started: see the log of n8n');
		}
		claimed.startWith(
			passed.map(({ event }) => event),
			response,
		);
		isStarted = true;
		if (turn.kind === 'started') return answerPush(response, 200, OK);
		// Only the push that starts the execution stores keys: n8n saves the static data of each call whole.
		storeKeys(
			context.getWorkflowStaticData('node'),
			turn.gathered.flatMap(({ key }) => key ?? []),
		);
		prepareOk(response);
		return {
			webhookResponse: OK,
			workflowData: [context.helpers.returnJsonArray(turn.gathered.map(({ item }) => item))],
		};
	} finally {
		if (!isStarted) claimed.release();
	}
}

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
	const token = await acceptedToken(context, query);
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
