import { fetch } from 'undici';

import { startSandbox } from '../sandbox/start-sandbox.mts';
import type { CredentialValues } from './credentials.mts';

/** An SMS as the sandbox accepted it. */
export interface SandboxMessage {
	readonly smsId: string;
	readonly campaignId: string;
	readonly phoneNumber: string;
	readonly sender: string | null;
	/** What the phone shows. */
	readonly text: string;
	readonly status: string;
	readonly scheduledFor: string | null;
	readonly clientMessageId: string | null;
}

/** An API request as the sandbox received it, secrets masked. */
export interface SandboxRequest {
	readonly method: string;
	readonly path: string;
	readonly [key: string]: unknown;
}

/** What the next requests meet; the kinds are told in docs/sandbox.md. */
export interface SandboxFault {
	readonly kind:
		| 'refuse'
		| 'reset-before'
		| 'reset-after'
		| 'delay'
		| 'status'
		| 'truncated'
		| 'html'
		| 'garbage';
	/** How many requests meet it; 0 is always, 1 when left out. */
	readonly times?: number;
	/** Only the n-th matching request from now, from 1. */
	readonly request?: number;
	readonly endpoint?: string;
	readonly status?: number;
	readonly retryAfter?: number | string;
	readonly body?: string;
	readonly delayMs?: number;
	/** Whether the provider has done what was asked before the fault. */
	readonly process?: boolean;
}

/** A running sandbox, seen over its control API. */
export interface ControlledSandbox {
	readonly origin: string;
	/** Values of a credential that the sandbox takes. */
	readonly credential: CredentialValues;
	/** All accepted SMS, newest last. */
	messages(): Promise<SandboxMessage[]>;
	/** How many SMS each phone received. */
	received(): Promise<Map<string, number>>;
	/** All API requests, newest last. */
	requests(): Promise<SandboxRequest[]>;
	setFaults(...faults: SandboxFault[]): Promise<void>;
	/** Forgets everything but its settings. */
	reset(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a sandbox on a free port. */
export async function openSandbox(): Promise<ControlledSandbox> {
	const { origin, close } = await startSandbox();
	const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const response = await fetch(`${origin}/_sandbox${path}`, {
			method,
			...(body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return text === '' ? null : (JSON.parse(text) as unknown);
	};
	const messages = async () => (await control('GET', '/messages')) as SandboxMessage[];
	return {
		origin,
		credential: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: origin },
		messages,
		async received() {
			const counts = new Map<string, number>();
			for (const { phoneNumber } of await messages()) {
				counts.set(phoneNumber, (counts.get(phoneNumber) ?? 0) + 1);
			}
			return counts;
		},
		requests: async () => (await control('GET', '/requests')) as SandboxRequest[],
		async setFaults(...faults) {
			await control('PUT', '/faults', { faults });
		},
		async reset() {
			await control('DELETE', '');
		},
		close,
	};
}
