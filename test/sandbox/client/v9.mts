import { request } from 'undici';

/** An answer of the API, its body as it came and as JSON. */
export interface Answer {
	readonly http: number;
	readonly type: string;
	readonly text: string;
	readonly bytes: Buffer;
	readonly json: Readonly<Record<string, unknown>>;
}

const readJson = (text: string): Record<string, unknown> => {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return { unreadable: text };
	}
};

/** Sends a request and reads the answer. */
export async function ask(
	url: string,
	options: Parameters<typeof request>[1] = {},
): Promise<Answer> {
	const { statusCode, headers, body } = await request(url, options);
	const bytes = Buffer.from(await body.arrayBuffer());
	const text = bytes.toString('utf8').replace(/^\ufeff/, '');
	return {
		http: statusCode,
		type: String(headers['content-type']),
		text,
		bytes,
		json: readJson(text),
	};
}

/** What signs a request. */
export const signature = { login: 'sandbox', apiKey: 'sandbox-key' };

/** The HTTP API v9.0 by POST form, as most clients use it. */
export function v9Of(origin: string) {
	const call = async (
		endpoint: string,
		fields: Readonly<Record<string, string>> = {},
		signed: Readonly<Record<string, string>> = signature,
	): Promise<Answer> =>
		await ask(`${origin}/http/9.0/${endpoint}`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ ...signed, ...fields }).toString(),
		});
	return {
		call,
		/** `sendSms` with the tags of `DATA`. */
		send: async (data: unknown, endpoint = 'sendSms') =>
			await call(endpoint, { smsData: JSON.stringify({ DATA: data }) }),
		/** `sendSms` with one text to some numbers. */
		text: async (message: string, ...numbers: string[]) =>
			await call('sendSms', {
				smsData: JSON.stringify({
					DATA: { MESSAGE: message, SMS: numbers.map((MOBILEPHONE) => ({ MOBILEPHONE })) },
				}),
			}),
	};
}

export type V9 = ReturnType<typeof v9Of>;
