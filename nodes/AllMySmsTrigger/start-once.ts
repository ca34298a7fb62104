import type { IWebhookFunctions } from 'n8n-workflow';

import { eventKey, EventMemory, storedKeys } from '../shared/pushes/event-memory';
import type { SmsEvent } from '../shared/pushes/sms-event';
import { isToldOk, type PushResponse } from './push-exchange';

/** For all triggers of this n8n process; the static data of each workflow reaches the others. */
const memory = new EventMemory(20_000);

/** The events of a push that did not come before. It ends with `release` or with `startWith`. */
interface NewEvents {
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
			const positions = started.map((event) => events.indexOf(event));
			void isToldOk(response).then((isStarted) => claim.settle(isStarted ? positions : []));
		},
	};
}

/** What becomes of a push whose events were gathered. */
export type Turn<T> =
	/** It starts the execution, with what all pushes brought. */
	| { readonly kind: 'start'; readonly gathered: readonly T[] }
	/** Another push has started it. */
	| { readonly kind: 'started' }
	/** Another push was to start it, and n8n could not. */
	| { readonly kind: 'failed' };

/** Each held push keeps a connection and, in n8n's default engine, an isolate. */
const MAX_HELD = 100;
/** More in one execution would fill n8n's memory. */
const MAX_GATHERED = 10_000;

interface Held<T> {
	readonly brought: readonly T[];
	readonly response: PushResponse;
	readonly take: (turn: Turn<T>) => void;
}

const isOpen = (response: PushResponse): boolean => !response.destroyed && !response.writableEnded;

/** Unlike a sleep, it keeps no process alive that is about to stop. */
const timePasses = async (ms: number): Promise<void> =>
	await new Promise((resolve) => {
		AbortSignal.timeout(ms).addEventListener('abort', () => resolve(), { once: true });
	});

/** Pushes that wait together. */
class Circle<T> {
	private readonly held: Array<Held<T>> = [];
	private size = 0;
	private fill: () => void = () => undefined;
	/** Settles when no further push has room. */
	readonly full = new Promise<void>((resolve) => {
		this.fill = resolve;
	});

	get isFull(): boolean {
		return this.held.length >= MAX_HELD || this.size >= MAX_GATHERED;
	}

	async join(brought: readonly T[], response: PushResponse): Promise<Turn<T>> {
		return await new Promise((take) => {
			this.held.push({ brought, response, take });
			this.size += brought.length;
			if (this.isFull) this.fill();
		});
	}

	/**
	 * Has one push start the execution with everything, and tells the others when n8n has answered
	 * it: with 200 once the execution was taken on. It is one whose caller is still there, because
	 * nothing can be learnt from an answer that nobody waits for.
	 */
	start(): void {
		const starter = this.held.find(({ response }) => isOpen(response)) ?? this.held[0];
		if (!starter) return;
		starter.take({ kind: 'start', gathered: this.held.flatMap(({ brought }) => brought) });
		void isToldOk(starter.response).then((isStarted) => {
			for (const each of this.held) {
				if (each !== starter) each.take({ kind: isStarted ? 'started' : 'failed' });
			}
		});
	}
}

/**
 * Gathers what pushes bring, so that a storm of them starts few executions. No push learns that all
 * is well before n8n has taken on the execution that holds what it brought.
 */
export class Gathering<T> {
	private readonly circles = new Map<string, Circle<T>>();

	private open(scope: string, waitMs: number): Circle<T> {
		const circle = new Circle<T>();
		this.circles.set(scope, circle);
		void Promise.race([timePasses(waitMs), circle.full]).then(() => {
			if (this.circles.get(scope) === circle) this.circles.delete(scope);
			circle.start();
		});
		return circle;
	}

	/**
	 * Waits with other pushes of the same scope.
	 *
	 * @param scope pushes that may start one execution together have the same
	 * @param waitMs how long the first push waits for others
	 */
	async join(
		scope: string,
		waitMs: number,
		brought: readonly T[],
		response: PushResponse,
	): Promise<Turn<T>> {
		const open = this.circles.get(scope);
		const circle = open && !open.isFull ? open : this.open(scope, waitMs);
		return await circle.join(brought, response);
	}
}
