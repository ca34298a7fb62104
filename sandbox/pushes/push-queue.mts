import { Agent } from 'undici';

import type { Clock } from '../clock/clock.mts';
import { delayOf, type PushFault } from '../faults/fault.mts';
import type { PushSettings } from '../settings.mts';
import { callWebhook, isTaken } from './call-webhook.mts';
import type { Push } from './push.mts';

/** A push that was held back to swap places leaves at the latest after so long (ms). */
const LONGEST_HOLD_MS = 2_000;

/**
 * Sends pushes in order, a bounded number at a time, and repeats what was not taken. Pauses are of the
 * real time, because the receiver's are: the clock of the sandbox only stamps.
 */
export class PushQueue {
	private readonly agent = new Agent({ keepAliveTimeout: 4_000, connections: 64 });
	private readonly timers = new Set<NodeJS.Timeout>();
	private waiting: Push[] = [];
	private next = 0;
	private running = 0;
	private held: Push | null = null;
	private generation = 0;

	constructor(
		private readonly clock: Clock,
		private readonly settings: () => PushSettings,
		private readonly faultFor: (push: Push) => PushFault | null,
		private readonly onChange: () => void,
	) {}

	add(push: Push): void {
		const fault = this.faultFor(push);
		if (fault?.kind === 'drop') push.state = 'dropped';
		else if (fault?.kind === 'delay') this.later(delayOf(fault), () => this.enqueue(push));
		else if (fault?.kind === 'reorder') this.hold(push);
		else if (fault?.kind === 'repeat') this.enqueue(push, push);
		else this.enqueue(push);
		this.onChange();
	}

	private enqueue(...pushes: Push[]): void {
		this.waiting.push(...pushes);
		if (this.held) this.release(this.held);
		this.work();
	}

	/** Keeps a push back until another one is on its way. */
	private hold(push: Push): void {
		if (this.held) this.release(this.held);
		this.held = push;
		this.later(LONGEST_HOLD_MS, () => {
			if (this.held === push) {
				this.release(push);
				this.work();
			}
		});
	}

	private release(push: Push): void {
		this.held = null;
		this.waiting.push(push);
	}

	private work(): void {
		while (this.running < this.settings().parallel && this.next < this.waiting.length) {
			const push = this.waiting[this.next];
			this.next++;
			if (push) void this.send(push);
		}
		// The front of the list is dropped in large steps: one by one would take quadratic time.
		if (this.next > 1_000) {
			this.waiting = this.waiting.slice(this.next);
			this.next = 0;
		}
	}

	private async send(push: Push): Promise<void> {
		const { generation } = this;
		this.running++;
		const attempt = await callWebhook(push, new Date(this.clock.now()).toISOString(), this.agent);
		if (generation !== this.generation) return;
		this.running--;
		push.attempts.push(attempt);
		const pause = this.settings().retryDelaysMs[push.attempts.length - 1];
		if (isTaken(attempt)) push.state = 'delivered';
		else if (pause === undefined) push.state = 'failed';
		else {
			push.state = 'retrying';
			this.later(pause, () => {
				this.waiting.push(push);
				this.work();
			});
		}
		this.onChange();
		this.work();
	}

	private later(ms: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			action();
		}, ms);
		this.timers.add(timer);
	}

	/** Forgets every push that is still to leave. */
	clear(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.waiting = [];
		this.next = 0;
		this.running = 0;
		this.held = null;
		this.generation++;
	}

	async close(): Promise<void> {
		this.clear();
		await this.agent.destroy();
	}
}
