import { Pool } from 'undici';

/** How pushes were answered. */
export interface Pushed {
	/** From the first push to the last answer. */
	readonly seconds: number;
	/** How long each waited for its answer. */
	readonly answersMs: readonly number[];
}

let counter = 0;

/** A receipt that no push before was about. */
const receipt = (): string =>
	new URLSearchParams({
		smsId: `bench-${++counter}`,
		campaignId: 'bench',
		phoneNumber: `336${String(10_000_000 + counter)}`,
		status: '1',
		statusText: 'Delivered',
		receptionDate: '2026-05-01 10:00:00',
	}).toString();

/**
 * Pushes receipts as forms, so many at a time, each as soon as there is room.
 *
 * @throws Error where one is not answered with 200
 */
export async function pushReceipts(
	origin: string,
	path: string,
	count: number,
	atOnce: number,
): Promise<Pushed> {
	const pool = new Pool(origin, { connections: atOnce, headersTimeout: 0, bodyTimeout: 0 });
	const answersMs: number[] = [];
	let next = 0;
	const push = async (): Promise<void> => {
		while (next++ < count) {
			const begin = performance.now();
			const answer = await pool.request({
				path,
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: receipt(),
			});
			await answer.body.dump();
			if (answer.statusCode !== 200) throw new Error(`A push got ${answer.statusCode}`);
			answersMs.push(performance.now() - begin);
		}
	};
	const begin = performance.now();
	await Promise.all(Array.from({ length: atOnce }, push));
	const seconds = (performance.now() - begin) / 1000;
	await pool.close();
	return { seconds, answersMs };
}
