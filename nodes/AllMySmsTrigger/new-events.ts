import type { IWebhookFunctions } from 'n8n-workflow';

import { eventKey } from '../shared/pushes/event-key';
import { EventMemory } from '../shared/pushes/event-memory';
import { storedKeys, storeKeys } from '../shared/pushes/remembered-keys';
import type { SmsEvent } from '../shared/pushes/sms-event';

type PushResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/** For all triggers of this n8n process; the static data of each workflow reaches the others. */
const memory = new EventMemory(20_000);

/** The events of a push that did not come before. One of the two methods must be called. */
export interface NewEvents {
	readonly events: readonly SmsEvent[];
	/** Nothing is started: all may come again. */
	release(): void;
	/** These are started, provided that n8n answers the push with 200. */
	startWith(started: readonly SmsEvent[], response: PushResponse): void;
}

const allOf = (events: readonly SmsEvent[]): NewEvents => ({
	events,
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
	const data = context.getWorkflowStaticData('node');
	const stored = storedKeys(data);
	const keys = events.map(eventKey);

	const claim = await memory.claim(
		keys.map((key) => (key === null ? null : scope + key)),
		(key) => stored.has(key.slice(scope.length)),
	);
	return {
		events: events.filter((_, position) => claim.fresh.has(position)),
		release: () => claim.settle([]),
		startWith: (started, response) => {
			const positions = [...events.keys()].filter((position) => {
				const event = events[position];
				return event !== undefined && started.includes(event);
			});
			storeKeys(
				data,
				positions.flatMap((position) => keys[position] ?? []),
			);
			response.once('close', () => {
				const isStarted = response.writableFinished && response.statusCode === 200;
				claim.settle(isStarted ? positions : []);
			});
		},
	};
}
