import { fetch } from 'undici';

/** One recipient of a campaign that a test sends. */
export interface TestSms {
	readonly to: string;
	readonly text: string;
	readonly sender?: string;
	/** Provider's local time, `YYYY-MM-DD HH:MM:SS`. */
	readonly date?: string;
	readonly campaignName?: string;
}

/** An SMS as `GET /_sandbox/messages` gives it, as far as tests look at it. */
export interface SandboxMessage {
	readonly phoneNumber: string;
	readonly text: string;
	readonly status: string;
}

/** Speaks to a sandbox as any client of AllMySMS does, and to its control API. */
export function sandboxClient(origin: string) {
	const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const response = await fetch(`${origin}/_sandbox${path}`, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok)
			throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		const text = await response.text();
		return text === '' ? null : JSON.parse(text);
	};

	const callApi = async (endpoint: string, fields: Record<string, string>): Promise<unknown> => {
		const response = await fetch(`${origin}/http/9.0/${endpoint}/`, {
			method: 'POST',
			body: new URLSearchParams({
				login: 'sandbox',
				apiKey: 'sandbox-key',
				returnformat: 'json',
				...fields,
			}),
		});
		return await response.json();
	};

	return {
		control,
		callApi,
		/** Everything that was sent, newest last. */
		messages: async (): Promise<SandboxMessage[]> => {
			const response = await fetch(`${origin}/_sandbox/messages`);
			const messages: SandboxMessage[] = JSON.parse(await response.text());
			return messages;
		},
		reset: async (): Promise<void> => {
			await control('DELETE', '');
		},
		/** One request, one campaign. */
		send: async ({ to, text, sender, date, campaignName }: TestSms): Promise<unknown> =>
			await callApi('sendSms', {
				smsData: JSON.stringify({
					DATA: {
						MESSAGE: text,
						...(sender === undefined ? {} : { TPOA: sender }),
						...(date === undefined ? {} : { DATE: date }),
						...(campaignName === undefined ? {} : { CAMPAIGN_NAME: campaignName }),
						SMS: to.split(',').map((MOBILEPHONE) => ({ MOBILEPHONE })),
					},
				}),
			}),
	};
}

export type SandboxClient = ReturnType<typeof sandboxClient>;
