import type { IWebhookFunctions } from 'n8n-workflow';

import { eventKey, EventMemory, storedKeys } from '../shared/pushes/event-memory';
import type { SmsEvent } from '../shared/pushes/sms-event';
import { isToldOk, type PushResponse } from './push-exchange';

/** For all triggers of this n8n process; the static data of each workflow reaches the others. */
const memory = new EventMemory(20_000);

/** The events of a push that did not come before. One of the two methods must be called. */
export interface NewEvents {
	readonly events: readonly SmsEvent[];
	/** What repeats of an event are told by, also in other processes; null where nothing tells. */
	keyOf(event: SmsEvent): string | null;
	/** Nothing is started: all may come again. */
	release(): void;
	/** These are started, provided that the push is answered with 200. */
	startWith(started: readonly SmsEvent[], response: PushResponse): void;
}

const allOf = (events: readonly SmsEvent[]): NewEvents => ({
	events,
	keyOf: () => null,
	release: () => undefined,
	startWith: () => undefined,
});

/**
 * Leaves out what came before. Events of the editor's "Listen for test event" are always new: who
 * tries a workflow sends the same push again and again.
 */
export async function newEvents(
	context: IWebhookFunctions,
	events: readonly SmsEvent[],
	deduplicate: boolean,
): Promise<NewEvents> {
	if (!deduplicate || context.getMode() === 'manual') return allOf(events);
	const scope = `${context.getWorkflow().id ?? ''} ${context.getNode().id} `;
	const stored = storedKeys(context.getWorkflowStaticData('node'));
	const keys = events.map(eventKey);

	const claim = await memory.claim(
		keys.map((key) => (key === null ? null : scope + key)),
		(key) => stored.has(key.slice(scope.length)),
	);
	return {
		events: events.filter((_, position) => claim.fresh.has(position)),
		keyOf: (event) => keys[events.indexOf(event)] ?? null,
		release: () => claim.settle([]),
		startWith: (started, response) => {
			const positions = [...events.keys()].filter((position) => {
				const event = events[position];
				return event !== undefined && started.includes(event);
			});
			void isToldOk(response).then((isStarted) => claim.settle(isStarted ? positions : []));
		},
	};
}
