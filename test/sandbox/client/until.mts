import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is something; fails after the time limit. */
export async function until<Result>(
	what: string,
	ask: () => Promise<Result | undefined | false> | Result | undefined | false,
	limitMs = 10_000,
): Promise<Result> {
	const end = Date.now() + limitMs;
	for (;;) {
		const result = await ask();
		if (result !== undefined && result !== false) return result;
		if (Date.now() > end) throw new Error(`Waited ${limitMs} ms for ${what}`);
		await sleep(15);
	}
}
