import { type IWebhookFunctions, sleep } from 'n8n-workflow';

import { callProviderAgain, readProviderAddress } from '../shared/provider/gateway';
import { providerData } from '../shared/provider/provider-data';
import type { ProviderCall } from '../shared/provider/provider-call';
import {
	type Confirmation,
	confirmationCalls,
	readConfirmation,
} from '../shared/pushes/confirmation';
import type { SmsEvent } from '../shared/pushes/sms-event';

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

	private isOver(): boolean {
		return this.isDown || Date.now() > this.deadline;
	}

	private async ask(event: SmsEvent, call: ProviderCall): Promise<Confirmation> {
		return await gate.pass(async () => {
			if (this.isOver()) return 'unavailable';
			const request = { ...call, timeoutMs: CALL_TIMEOUT_MS };
			const isOver = () => this.isOver();
			const reply = await callProviderAgain(this.context, this.address, request, isOver);
			const confirmation = readConfirmation(event, providerData(reply));
			// The other events of the push would wait for the same in vain.
			if (confirmation === 'unavailable') this.isDown = true;
			return confirmation;
		});
	}

	private async look(event: SmsEvent): Promise<Confirmation> {
		let confirmation: Confirmation = 'refuted';
		for (const call of confirmationCalls(event)) {
			confirmation = await this.ask(event, call);
			if (confirmation !== 'refuted') break;
		}
		return confirmation;
	}

	async confirm(event: SmsEvent): Promise<Confirmation> {
		const first = await this.look(event);
		if (first !== 'refuted' || confirmationCalls(event).length === 0) return first;
		await sleep(SECOND_LOOK_MS);
		return await this.look(event);
	}
}

/** Asks the API about each event; the answers stand in the order of the events. Never throws for what happens on the way. */
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
