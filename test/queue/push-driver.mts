import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** One push as the provider makes it. */
export type Push = Readonly<Record<string, string>>;

export interface PushReport {
	readonly seconds: number;
	/** Answers other than 200, and connections that broke; each was followed by another try. */
	readonly repeated: number;
}

const TRIES = 10;

/** Half receipts, half replies, each with an identifier of its own. */
export const makePushes = (count: number): Push[] =>
	Array.from({ length: count }, (_, index) => {
		const common = {
			smsId: `event-${index}`,
			phoneNumber: `336${String(10_000_000 + index)}`,
			campaignId: 'queue',
			receptionDate: '2026-11-25 10:00:00',
		};
		return index % 2 === 0
			? { ...common, status: '1', statusText: 'Delivered' }
			: { ...common, smsMoId: `reply-${index}`, message: `Answer ${index}` };
	});

/**
 * Sends pushes as fast as n8n answers, a few at a time, and repeats a push that was not answered
 * with 200 exactly as it was.
 *
 * @param onTaken told after each push how many n8n has taken
 */
export const drivePushes = async (
	address: string,
	pushes: readonly Push[],
	{ atOnce, onTaken }: { atOnce: number; onTaken: (count: number) => void },
): Promise<PushReport> => {
	const agent = new Agent({ connections: atOnce });
	const startedAt = Date.now();
	let repeated = 0;
	let taken = 0;
	let next = 0;

	const isTaken = async (push: Push): Promise<boolean> => {
		try {
			const { statusCode, body } = await request(address, {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams(push).toString(),
				dispatcher: agent,
			});
			await body.dump();
			return statusCode === 200;
		} catch {
			// A broken connection is a try that failed; the next one follows.
			return false;
		}
	};

	const driver = async (): Promise<void> => {
		for (let push = pushes[next++]; push; push = pushes[next++]) {
			for (let tries = 1; !(await isTaken(push)); tries += 1) {
				if (tries === TRIES) throw new Error(`n8n did not take a push in ${TRIES} tries`);
				repeated += 1;
				await pause(200 * tries);
			}
			taken += 1;
			onTaken(taken);
		}
	};

	await Promise.all(Array.from({ length: atOnce }, driver));
	await agent.close();
	return { seconds: (Date.now() - startedAt) / 1_000, repeated };
};
