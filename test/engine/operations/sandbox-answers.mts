import type { ControlledSandbox } from '../../../harness/controlled-sandbox.mts';

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
