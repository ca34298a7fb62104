import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { toIsoWithOffset } from '../shared/dates/send-at';
import { eventItem, type SmsEventItem } from '../shared/pushes/event-item';
import type { SmsEvent } from '../shared/pushes/sms-event';
import { withoutSecret } from '../shared/pushes/without-secret';
import { confirmEvents } from './confirm-events';
import { newEvents } from './new-events';
import { answerPush, OK, prepareOk } from './push-answer';
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

function itemsOf(
	passed: readonly Passed[],
	{ zone, includeRaw }: TriggerSettings,
	token: string,
): SmsEventItem[] {
	const now = toIsoWithOffset(DateTime.now(), zone);
	return passed.map(({ event, verified }) => {
		const item = eventItem(event, { zone, now, includeRaw });
		if (item.raw) item.raw = withoutSecret(item.raw, token);
		return verified === undefined ? item : { ...item, verified };
	});
}

/** Starts one execution with the events that are new and, where that is asked for, confirmed. */
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
		const workflowData = [context.helpers.returnJsonArray(itemsOf(passed, settings, token))];
		prepareOk(response);
		claimed.startWith(
			passed.map(({ event }) => event),
			response,
		);
		isStarted = true;
		return { webhookResponse: OK, workflowData };
	} finally {
		if (!isStarted) claimed.release();
	}
}
