import { ask, type Answer } from './v9.mts';

const BASIC = `Basic ${Buffer.from('sandbox:sandbox-key').toString('base64')}`;

/** The REST API, signed as the account unless a test says otherwise. */
export const restOf = (origin: string) => ({
	/** A body that is a text is sent as it is. */
	post: async (path: string, body: unknown, authorization = BASIC): Promise<Answer> =>
		await ask(`${origin}${path}`, {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		}),
	get: async (path: string, authorization = BASIC): Promise<Answer> =>
		await ask(`${origin}${path}`, { headers: { authorization } }),
});

export type Rest = ReturnType<typeof restOf>;
