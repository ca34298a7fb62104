import type { ControlledSandbox } from '../../../harness/controlled-sandbox.mts';

import { fetch } from 'undici';

/** Makes the sandbox answer the next requests to an endpoint with exactly this body. */
export async function answerWith(
	sandbox: ControlledSandbox,
	endpoint: string,
	body: unknown,
	more: { readonly request?: number; readonly times?: number } = {},
): Promise<void> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	await sandbox.setFaults({ kind: 'garbage', endpoint, body: text, process: false, ...more });
}

/** Changes how the sandbox answers where the sources contradict each other. */
export async function setHabits(
	sandbox: ControlledSandbox,
	habits: Readonly<Record<string, unknown>>,
): Promise<void> {
	await control(sandbox, 'PUT', '/answers', habits);
}

/** Lets a phone of the sandbox reply. */
export async function replyFrom(
	sandbox: ControlledSandbox,
	phoneNumber: string,
	message: string,
): Promise<void> {
	await control(sandbox, 'POST', '/reply', { phoneNumber, message });
}

async function control(
	{ origin }: ControlledSandbox,
	method: string,
	path: string,
	body: unknown,
): Promise<void> {
	const response = await fetch(`${origin}/_sandbox${path}`, {
		method,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
