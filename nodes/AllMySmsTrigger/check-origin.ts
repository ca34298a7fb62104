import { type IWebhookFunctions, sleep } from 'n8n-workflow';

import {
	callProviderAgain,
	CREDENTIAL_TYPE,
	readProviderAddress,
} from '../shared/provider/gateway';
import type { ProviderCall } from '../shared/provider/provider-call';
import { providerData } from '../shared/provider/provider-answer';
import {
	carriesToken,
	type Confirmation,
	confirmationCalls,
	readConfirmation,
	tokenOf,
} from '../shared/pushes/push-origin';
import type { SmsEvent } from '../shared/pushes/sms-event';

/** How long a token is taken for the current one. */
const FRESH_MS = 10_000;
/** A call with another token than the remembered one has it read anew, but no more often than this. */
const READ_AGAIN_MS = 1_000;
/** Triggers of one n8n process; the one that was read longest ago is forgotten beyond. */
const MAX_REMEMBERED = 1_000;

interface Remembered {
	readonly readAt: number;
	readonly token: Promise<string>;
}

/**
 * The tokens of triggers as they were read last. n8n reads a credential in an isolate of its own,
 * which costs more than the rest of a push: a token that was read in the last seconds will do.
 *
 * A new token is accepted within a second, because a call that the remembered one refuses has the
 * credential read again; the token before it is accepted for ten seconds more.
 */
export class TokenMemory {
	private readonly remembered = new Map<string, Remembered>();

	/** @param clock milliseconds since 1970 */
	constructor(private readonly clock: () => number = Date.now) {}

	private readAnew(trigger: string, readToken: () => Promise<string>): Promise<string> {
		const { remembered } = this;
		const token = readToken();
		remembered.delete(trigger);
		remembered.set(trigger, { readAt: this.clock(), token });
		// What could not be read is asked for again by the next call.
		token.catch(() => {
			if (remembered.get(trigger)?.token === token) remembered.delete(trigger);
		});
		for (const oldest of remembered.keys()) {
			if (remembered.size <= MAX_REMEMBERED) break;
			remembered.delete(oldest);
		}
		return token;
	}

	/**
	 * Holds a caller's token against that of a trigger.
	 *
	 * @param query what follows the question mark, as it came
	 * @returns the token that was accepted, or null for a refused call
	 * @throws what the reading of the token throws
	 */
	async accepted(
		trigger: string,
		readToken: () => Promise<string>,
		query: string,
	): Promise<string | null> {
		const known = this.remembered.get(trigger);
		const age = known === undefined ? Infinity : this.clock() - known.readAt;
		if (known !== undefined && age < FRESH_MS) {
			const token = await known.token;
			if (carriesToken(query, token)) return token;
			if (age < READ_AGAIN_MS) return null;
		}
		const token = await this.readAnew(trigger, readToken);
		return carriesToken(query, token) ? token : null;
	}
}

/** For all triggers of this n8n process. */
const tokens = new TokenMemory();

/**
 * The token of the credential where the call carries it, '' where none is asked for, or null for a
 * refused call.
 *
 * @param query what follows the question mark, as it came
 * @throws what n8n throws for a credential that cannot be read
 */
export async function acceptedToken(
	context: IWebhookFunctions,
	query: string,
): Promise<string | null> {
	const node = context.getNode();
	const credential = node.credentials?.[CREDENTIAL_TYPE];
	if (credential === undefined) return '';
	const readToken = async () => tokenOf(await context.getCredentials(CREDENTIAL_TYPE));
	const { id, name } = credential;
	const trigger = JSON.stringify([context.getWorkflow().id, node.id, id, name]);
	return await tokens.accepted(trigger, readToken, query);
}

/** Lets a bounded number of tasks run at a time; the others wait for their turn. */
class Gate {
	private readonly waiting: Array<() => void> = [];

	constructor(private free: number) {}

	async pass<T>(task: () => Promise<T>): Promise<T> {
		if (this.free > 0) this.free--;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.free++;
		}
	}
}

/** Requests of all triggers of this n8n process at a time: receipts come in storms. */
const gate = new Gate(8);

const CALL_TIMEOUT_MS = 10_000;
/** AllMySMS waits for its answer meanwhile, nobody knows for how long. */
const PUSH_TIMEOUT_MS = 25_000;
/** A push may be faster than what the API reads from. */
const SECOND_LOOK_MS = 2_000;

/** Asks the API about the events of one push, within a time limit for all of them. */
class Confirmer {
	private readonly deadline = Date.now() + PUSH_TIMEOUT_MS;
	private isDown = false;

	constructor(
		private readonly context: IWebhookFunctions,
		private readonly address: string,
	) {}

	private readonly isOver = (): boolean => this.isDown || Date.now() > this.deadline;

	private async ask(event: SmsEvent, call: ProviderCall): Promise<Confirmation> {
		return await gate.pass(async () => {
			if (this.isOver()) return 'unavailable';
			const request = { ...call, timeoutMs: CALL_TIMEOUT_MS };
			const reply = await callProviderAgain(this.context, this.address, request, this.isOver);
			const confirmation = readConfirmation(event, providerData(reply));
			// The other events of the push would wait for the same in vain.
			if (confirmation === 'unavailable') this.isDown = true;
			return confirmation;
		});
	}

	private async look(event: SmsEvent): Promise<Confirmation> {
		for (const call of confirmationCalls(event)) {
			const confirmation = await this.ask(event, call);
			if (confirmation !== 'refuted') return confirmation;
		}
		return 'refuted';
	}

	async confirm(event: SmsEvent): Promise<Confirmation> {
		const first = await this.look(event);
		if (first !== 'refuted' || confirmationCalls(event).length === 0) return first;
		await sleep(SECOND_LOOK_MS);
		return await this.look(event);
	}
}

/** What the API says of each event, in their order. Never throws for what happens on the way. */
export async function confirmEvents(
	context: IWebhookFunctions,
	events: readonly SmsEvent[],
): Promise<Confirmation[]> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		const { what, remedy } = address.problem;
		context.logger.error(`AllMySMS Trigger: ${what}. ${remedy}`);
		return events.map(() => 'unavailable');
	}
	const confirmer = new Confirmer(context, address.value);
	return await Promise.all(events.map(async (event) => await confirmer.confirm(event)));
}
