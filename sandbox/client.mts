import { fetch } from 'undici';
import type { z } from 'zod/v4';

import type { clockChange } from './control/clock.mts';
import type {
	accountChange,
	habitsChange,
	settingsChange,
	webhooksChange,
} from './control/inputs.mts';
import {
	account,
	clock,
	faults,
	message,
	push,
	reply,
	request,
	state,
	type Message,
	type ShownAccount,
	type ShownClock,
	type ShownPush,
	type ShownRequest,
	type State,
	type TakenReply,
} from './control/outputs.mts';
import type { Fault, PushFaultOrder, RequestFaultOrder } from './faults/fault.mts';
import { webhooks, type Webhooks } from './pushes/webhooks.mts';
import { answerHabits, settings, type AnswerHabits, type Settings } from './settings.mts';

export type {
	Message,
	ShownClock,
	ShownPush,
	ShownRequest,
	State,
	TakenReply,
} from './control/outputs.mts';
export type { Fault, PushFaultOrder, RequestFaultOrder } from './faults/fault.mts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A running sandbox, seen over its control API (docs/sandbox.md). Lists are oldest first; `set…`
 * leaves what it is not told as it was, and gives what holds from now on.
 */
export interface SandboxClient {
	/** All accepted SMS. */
	messages(): Promise<Message[]>;
	/** All API requests. */
	requests(): Promise<ShownRequest[]>;
	/** All calls to webhooks. */
	pushes(): Promise<ShownPush[]>;
	/** Everything that the page shows. */
	state(): Promise<State>;
	/** Lets a phone send an SMS. */
	reply(phoneNumber: string, message: string): Promise<TakenReply>;
	webhooks(): Promise<Webhooks>;
	setWebhooks(change: z.input<typeof webhooksChange>): Promise<Webhooks>;
	/** The faults that wait. */
	faults(): Promise<Fault[]>;
	/** What the next requests and pushes meet, in place of what waited; nothing clears. */
	setFaults(...orders: ReadonlyArray<RequestFaultOrder | PushFaultOrder>): Promise<Fault[]>;
	account(): Promise<ShownAccount>;
	setAccount(change: z.input<typeof accountChange>): Promise<ShownAccount>;
	clock(): Promise<ShownClock>;
	/** To a time, on by some seconds, or with `now: null` back to the real time. */
	moveClock(change: z.input<typeof clockChange>): Promise<ShownClock>;
	/** How answers look. */
	habits(): Promise<AnswerHabits>;
	setHabits(change: z.input<typeof habitsChange>): Promise<AnswerHabits>;
	settings(): Promise<Settings>;
	setSettings(change: z.input<typeof settingsChange>): Promise<Settings>;
	/** Forgets everything but the webhook addresses. */
	reset(): Promise<void>;
}

/**
 * The client of one sandbox's control API.
 *
 * @param origin its address, for instance `http://127.0.0.1:8025`
 * @returns a client whose calls reject with the sandbox's own sentence where it refuses
 */
export function sandboxClient(origin: string): SandboxClient {
	const call = async (method: Method, path: string, body?: unknown): Promise<unknown> => {
		const answer = await fetch(`${origin}/_sandbox${path}`, {
			method,
			...(body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		if (answer.ok) return JSON.parse(text);
		throw new Error(
			`The sandbox answered ${method} /_sandbox${path} with ${answer.status}: ${text}`,
		);
	};
	return {
		messages: async () => message.array().parse(await call('GET', '/messages')),
		requests: async () => request.array().parse(await call('GET', '/requests')),
		pushes: async () => push.array().parse(await call('GET', '/pushes')),
		state: async () => state.parse(await call('GET', '/state')),
		reply: async (phoneNumber, text) =>
			reply.parse(await call('POST', '/reply', { phoneNumber, message: text })),
		webhooks: async () => webhooks.parse(await call('GET', '/webhooks')),
		setWebhooks: async (change) => webhooks.parse(await call('PUT', '/webhooks', change)),
		faults: async () => faults.parse(await call('GET', '/faults')).faults,
		setFaults: async (...orders) =>
			faults.parse(await call('PUT', '/faults', { faults: orders })).faults,
		account: async () => account.parse(await call('GET', '/account')),
		setAccount: async (change) => account.parse(await call('PUT', '/account', change)),
		clock: async () => clock.parse(await call('GET', '/clock')),
		moveClock: async (change) => clock.parse(await call('PUT', '/clock', change)),
		habits: async () => answerHabits.parse(await call('GET', '/answers')),
		setHabits: async (change) => answerHabits.parse(await call('PUT', '/answers', change)),
		settings: async () => settings.parse(await call('GET', '/settings')),
		setSettings: async (change) => settings.parse(await call('PUT', '/settings', change)),
		reset: async () => {
			await call('DELETE', '');
		},
	};
}
