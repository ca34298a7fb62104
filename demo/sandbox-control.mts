import { request } from 'undici';

/** An SMS as the sandbox's control API shows it. */
export interface SandboxMessage {
	readonly smsId: string;
	readonly campaignId: string;
	readonly phoneNumber: string;
	readonly sender: string;
	readonly text: string;
	readonly status: string;
}

/** An API request as the sandbox received it; only what is read here. */
export interface SandboxRequest {
	readonly method: string;
	readonly path?: string;
	readonly url?: string;
}

/** Where the sandbox reports what happens to SMS. */
export interface Webhooks {
	readonly deliveryReportUrl: string;
	readonly replyUrl: string;
}

const call = async <Answer,>(
	origin: string,
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Answer> => {
	const answer = await request(`${origin}/_sandbox${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await answer.body.text();
	if (answer.statusCode >= 300) {
		throw new Error(`The sandbox answered ${method} ${path} with ${answer.statusCode}: ${text}`);
	}
	return JSON.parse(text === '' ? 'null' : text);
};

/** All SMS, oldest first. */
export const readMessages = async (origin: string): Promise<SandboxMessage[]> =>
	await call(origin, 'GET', '/messages');

/** All API requests, oldest first. */
export const readRequests = async (origin: string): Promise<SandboxRequest[]> =>
	await call(origin, 'GET', '/requests');

/** Tells the sandbox where to push. */
export const setWebhooks = async (origin: string, webhooks: Webhooks): Promise<void> =>
	await call(origin, 'PUT', '/webhooks', webhooks);

/** Lets a phone of the sandbox answer. */
export const reply = async (origin: string, phoneNumber: string, message: string): Promise<void> =>
	await call(origin, 'POST', '/reply', { phoneNumber, message });

/** Orders faults for the next requests or pushes; see docs/sandbox.md. */
export const setFaults = async (
	origin: string,
	faults: ReadonlyArray<Readonly<Record<string, string | number | boolean>>>,
): Promise<void> => await call(origin, 'PUT', '/faults', { faults });

/** Fills the account, for more SMS than its first credits pay. */
export const setCredits = async (origin: string, credits: number): Promise<void> =>
	await call(origin, 'PUT', '/account', { credits });
