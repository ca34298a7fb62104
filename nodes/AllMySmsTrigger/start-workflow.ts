import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { toIsoWithOffset } from '../shared/dates/send-at';
import { eventItem, type SmsEventItem, type SmsEvent } from '../shared/pushes/sms-event';
import { storeKeys } from '../shared/pushes/event-memory';
import { isWanted } from '../shared/pushes/event-filter';
import { withoutSecret } from '../shared/vocabulary/secrets';
import { answerQuestion, type EventFate } from './answer-questions';
import { confirmEvents } from './confirm-events';
import { Gathering, type Turn } from './gathering';
import { newEvents } from './new-events';
import { answerPush, OK, prepareOk } from './push-exchange';
import type { TriggerSettings, WhenUnreachable } from './trigger-settings';

/** An event that starts the workflow; `verified` is undefined where nobody asked the API. */
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

/** Whether this push starts the execution, with what; the editor listens for one call alone. */
async function turnOf(
	context: IWebhookFunctions,
	ready: readonly Ready[],
	gatherMs: number,
): Promise<Turn<Ready>> {
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
export async function startWorkflow(
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
		if (starting.length === 0) {
			claimed.startWith(
				passed.map(({ event }) => event),
				response,
			);
			isStarted = true;
			return answerPush(response, 200, OK);
		}
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
