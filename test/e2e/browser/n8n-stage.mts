import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { saveCredential, type StoredCredential } from '../../../local-n8n/client/credentials.mts';
import { signIn, type N8nSession } from '../../../local-n8n/client/session.mts';
import { startN8n, type N8nOptions } from '../../../local-n8n/start-n8n.mts';
import { sandboxClient, type SandboxClient } from '../../../sandbox/client.mts';
import { startSandbox } from '../../../sandbox/start-sandbox.mts';
import { until } from './until.mts';

/** A real n8n with the pack, signed in, and a credential that points to the sandbox. */
export interface N8nAtHand {
	readonly url: string;
	readonly session: N8nSession;
	readonly credential: StoredCredential;
}

/** An n8n with a sandbox of its own. */
export interface N8nStage extends N8nAtHand {
	readonly sandboxOrigin: string;
	readonly sandbox: SandboxClient;
	/** A second n8n with a user folder of its own, for what travels from one to another. */
	startAnother(): Promise<N8nAtHand>;
	/** Ends the first n8n and starts it again, with its data and at its address. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** n8n 1.x says that it is ready before it takes requests. */
const takesRequests = async (url: string): Promise<N8nSession> =>
	await until('n8n to take requests', async () => await signIn(url), 120_000);

/** Starts everything a test of the editor needs; a few seconds for the sandbox, 15 to 40 for n8n. */
export async function setN8nStage(n8nOptions: Partial<N8nOptions> = {}): Promise<N8nStage> {
	const closers: Array<() => Promise<void>> = [];
	const sandbox = await startSandbox({ port: 0 });
	closers.push(sandbox.close);

	let restart = async (): Promise<void> => undefined;

	const startOne = async (): Promise<N8nAtHand> => {
		const home = await mkdtemp(path.join(tmpdir(), 'allmysms-e2e-'));
		closers.push(async () => await rm(home, { recursive: true, force: true }));
		let n8n = await startN8n({ ...n8nOptions, home });
		closers.push(async () => await n8n.stop());
		restart = async () => {
			await n8n.stop();
			n8n = await startN8n({ ...n8nOptions, home, port: Number(new URL(n8n.url).port) });
			await takesRequests(n8n.url);
		};
		const session = await takesRequests(n8n.url);
		const credential = await saveCredential(session, {
			name: 'AllMySMS sandbox',
			type: 'allMySmsApi',
			data: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: sandbox.origin },
		});
		return { url: n8n.url, session, credential };
	};

	const first = await startOne();
	const restartFirst = restart;
	return {
		...first,
		restart: restartFirst,
		sandboxOrigin: sandbox.origin,
		sandbox: sandboxClient(sandbox.origin),
		startAnother: startOne,
		close: async () => {
			for (const close of closers.reverse()) await close();
		},
	};
}
