import { Pool } from 'undici';

import { expectedSms, type Contact, type TaskName } from './tasks.mts';

/** As the node does unless it is told otherwise. */
const PER_REQUEST = 1000;
const AT_ONCE = 4;

/** Writes the payloads first, one text for all; posts them between the two calls, and reads every answer. */
export async function postAll(
	origin: string,
	task: TaskName,
	items: readonly Contact[],
	begin: () => void,
	end: () => void,
): Promise<void> {
	const sms = [...expectedSms(task, items)];
	const payloads: string[] = [];
	for (let first = 0; first < sms.length; first += PER_REQUEST) {
		const batch = sms.slice(first, first + PER_REQUEST);
		const SMS = batch.map(({ phone }) => ({ MOBILEPHONE: phone }));
		const smsData = JSON.stringify({ DATA: { MESSAGE: batch[0]?.text, DYNAMIC: 0, SMS } });
		payloads.push(
			new URLSearchParams({
				login: 'bench',
				apiKey: 'bench-key',
				returnformat: 'json',
				smsData,
			}).toString(),
		);
	}
	const pool = new Pool(origin, { connections: AT_ONCE });
	let next = 0;
	const post = async (): Promise<void> => {
		for (let body = payloads[next++]; body !== undefined; body = payloads[next++]) {
			const answer = await pool.request({
				path: '/http/9.0/sendSms/',
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body,
			});
			await answer.body.json();
		}
	};
	begin();
	await Promise.all(Array.from({ length: AT_ONCE }, post));
	end();
	await pool.close();
}
