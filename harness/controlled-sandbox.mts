import { sandboxClient, type SandboxClient } from '../sandbox/client.mts';
import { startSandbox } from '../sandbox/start-sandbox.mts';
import type { CredentialValues } from './credentials.mts';

/** A running sandbox, seen over its control API. */
export interface ControlledSandbox extends SandboxClient {
	readonly origin: string;
	/** Values of a credential that the sandbox takes. */
	readonly credential: CredentialValues;
	/** How many SMS each phone received. */
	readonly received: () => Promise<Map<string, number>>;
	readonly close: () => Promise<void>;
}

/** Starts a sandbox on a free port. */
export async function openSandbox(): Promise<ControlledSandbox> {
	const { origin, close } = await startSandbox();
	const client = sandboxClient(origin);
	return {
		...client,
		origin,
		credential: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: origin },
		async received() {
			const counts = new Map<string, number>();
			for (const { phoneNumber } of await client.messages()) {
				counts.set(phoneNumber, (counts.get(phoneNumber) ?? 0) + 1);
			}
			return counts;
		},
		close,
	};
}
