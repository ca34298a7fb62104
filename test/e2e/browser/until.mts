import { setTimeout as wait } from 'node:timers/promises';

/** Between two looks, in milliseconds. */
const pause = 100;

/**
 * Looks again and again until there is something to see.
 *
 * @param what is looked for, for the error
 * @param look answers undefined, null or false while it is not there yet; may throw meanwhile
 * @param timeoutMs after which it fails with the last thing thrown
 */
export async function until<Seen>(
	what: string,
	look: () => Promise<Seen | undefined | null | false>,
	timeoutMs = 20_000,
): Promise<Seen> {
	const end = Date.now() + timeoutMs;
	let cause: unknown;
	while (Date.now() < end) {
		try {
			const seen = await look();
			if (seen !== undefined && seen !== null && seen !== false) return seen;
		} catch (error) {
			cause = error;
		}
		await wait(pause);
	}
	throw new Error(`Not seen within ${timeoutMs} ms: ${what}`, { cause });
}
