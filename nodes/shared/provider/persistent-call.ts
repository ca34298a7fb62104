import type { ProviderReply } from './provider-call';

/** Requests for one batch, the first included. */
const MAX_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 400;
/** A longer Retry-After is left to the user: an execution that sleeps for minutes looks dead. */
const LONGEST_PAUSE_MS = 30_000;

/** Refused for load: the provider read nothing but the request line, so sending again is safe. */
export function isRefusedForLoad(reply: ProviderReply): boolean {
	if (reply.kind !== 'answered') return false;
	return reply.httpStatus === 429 || (reply.httpStatus === 503 && reply.retryAfterMs !== null);
}

/**
 * Whether and when the same request may be sent again.
 *
 * @param attempt how many requests were made, from 1
 * @param jitter a number from 0 to 1: batches that fail together must not come back together
 * @returns milliseconds to wait, or null: do not send it again
 */
export function retryPause(reply: ProviderReply, attempt: number, jitter: number): number | null {
	if (attempt >= MAX_ATTEMPTS) return null;
	const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + jitter / 2);
	if (reply.kind === 'unreached') return reply.mayHeal ? backOff : null;
	if (!isRefusedForLoad(reply) || reply.kind !== 'answered') return null;
	const asked = reply.retryAfterMs ?? 0;
	return asked > LONGEST_PAUSE_MS ? null : Math.max(asked, backOff);
}

/**
 * Reads the header Retry-After: seconds or an HTTP date.
 *
 * @param now epoch milliseconds
 * @returns milliseconds from now, or null
 */
export function readRetryAfter(header: unknown, now: number): number | null {
	const value = Array.isArray(header) ? header[0] : header;
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

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
