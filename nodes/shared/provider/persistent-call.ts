import type { ProviderReply } from './provider-reply';
import { retryPause } from './retry-policy';

/** The parts of the world that waiting needs. */
export interface Waiting {
	/** Sleeps for so many milliseconds. */
	readonly sleep: (ms: number) => Promise<void>;
	readonly cancelled: () => boolean;
	/** A number from 0 to 1. */
	readonly random: () => number;
}

/** Pauses are cut into slices, so that a cancelled execution does not sleep on. */
const SLICE_MS = 500;

async function pause(ms: number, waiting: Waiting): Promise<void> {
	for (let left = ms; left > 0 && !waiting.cancelled(); left -= SLICE_MS) {
		await waiting.sleep(Math.min(left, SLICE_MS));
	}
}

/**
 * Sends a request, and sends it again only where that is certain to be safe: it did not reach
 * the provider, or it was refused for load.
 *
 * @returns the last reply
 */
export async function callPersistently(
	call: () => Promise<ProviderReply>,
	waiting: Waiting,
): Promise<ProviderReply> {
	for (let attempt = 1; ; attempt++) {
		const reply = await call();
		const ms = retryPause(reply, attempt, waiting.random());
		if (ms === null) return reply;
		await pause(ms, waiting);
		if (waiting.cancelled()) return reply;
	}
}
