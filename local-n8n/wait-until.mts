import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until `look` finds something.
 *
 * @throws an error that says what was waited for, and `lastSeen` if there is one
 */
export const waitUntil = async <Found,>(
	what: string,
	look: () => Promise<Found | undefined>,
	{ withinMs = 60_000, lastSeen }: { withinMs?: number; lastSeen?: () => string } = {},
): Promise<Found> => {
	const until = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > until) {
			const seen = lastSeen ? ` Last seen: ${lastSeen()}` : '';
			throw new Error(`Waited ${withinMs / 1_000} s in vain for ${what}.${seen}`);
		}
		await pause(200);
	}
};
