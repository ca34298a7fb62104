import { request } from 'undici';

/** An SMS as the control API shows it. */
export interface Message {
	readonly smsId: string;
	readonly campaignId: string;
	readonly phoneNumber: string;
	readonly sender: string;
	readonly text: string;
	readonly status: string;
	readonly acceptedAt: string;
	readonly scheduledFor: string | null;
	readonly clientMessageId: string | null;
}

/** A push as the control API shows it. */
export interface PushRecord {
	readonly id: string;
	readonly kind: string;
	readonly body: Readonly<Record<string, string>>;
	readonly state: string;
	readonly attempts: ReadonlyArray<{ status: number | null; answer: string }>;
}

/** The control API of a sandbox under test. */
export function controlOf(origin: string) {
	const call = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => {
		const answer = await request(`${origin}/_sandbox${path}`, {
			method,
			...(body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		const text = await answer.body.text();
		return { status: answer.statusCode, json: JSON.parse(text) as unknown };
	};
	/** A call that must work. */
	const expected = async (...parameters: Parameters<typeof call>): Promise<unknown> => {
		const { status, json } = await call(...parameters);
		if (status !== 200)
			throw new Error(`${parameters.join(' ')}: ${status} ${JSON.stringify(json)}`);
		return json;
	};
	return {
		call,
		messages: async () => (await expected('GET', '/messages')) as Message[],
		pushes: async () => (await expected('GET', '/pushes')) as PushRecord[],
		requests: async () => (await expected('GET', '/requests')) as Array<Record<string, unknown>>,
		state: async () => (await expected('GET', '/state')) as Record<string, unknown>,
		faults: async (...faults: ReadonlyArray<Record<string, unknown>>) =>
			await expected('PUT', '/faults', { faults }),
		put: async (path: string, body: unknown) => await expected('PUT', path, body),
		reply: async (phoneNumber: string, message: string) =>
			(await expected('POST', '/reply', { phoneNumber, message })) as Record<string, unknown>,
		reset: async () => await expected('DELETE', ''),
	};
}

export type Control = ReturnType<typeof controlOf>;
