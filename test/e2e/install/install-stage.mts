import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { saveCredential, type StoredCredential } from '../../../local-n8n/client/credentials.mts';
import { signIn, type N8nSession } from '../../../local-n8n/client/session.mts';
import { startN8n } from '../../../local-n8n/start-n8n.mts';
import { sandboxClient, type SandboxClient } from '../../../sandbox/client.mts';
import { startSandbox } from '../../../sandbox/start-sandbox.mts';
import { packTarball } from '../../../setup/tarball.mts';
import { until } from '../browser/until.mts';

/** An empty machine with a packed package, on which n8n can be started without the pack. */
export interface InstallStage {
	/** n8n's user folder. */
	readonly home: string;
	readonly tarball: string;
	readonly sandbox: SandboxClient;
	start(line: '1' | '2', env?: Readonly<Record<string, string>>): Promise<StartedN8n>;
	/** Run when the stage is closed, before the folder is removed. */
	atEnd(close: () => Promise<void>): void;
	close(): Promise<void>;
}

/** An n8n that somebody has signed in to. */
export interface StartedN8n {
	readonly url: string;
	readonly session: N8nSession;
	/** Creates the credential that leads to the sandbox: n8n takes it once it knows the pack. */
	credential(): Promise<StoredCredential>;
}

/** Packs the package and starts a sandbox. */
export const setInstallStage = async (): Promise<InstallStage> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'allmysms-install-'));
	const closers = [async () => await rm(folder, { recursive: true, force: true })];
	const sandbox = await startSandbox({ port: 0 });
	closers.push(sandbox.close);
	const home = path.join(folder, 'home');
	const packed = path.join(folder, 'packed');
	await mkdir(packed);
	return {
		home,
		tarball: packTarball(packed),
		sandbox: sandboxClient(sandbox.origin),
		start: async (line, env) => {
			const n8n = await startN8n({ home, line, env, packFolder: null });
			closers.push(n8n.stop);
			// n8n 1.x says that it is ready before it takes requests.
			const session = await until(
				'n8n to take requests',
				async () => await signIn(n8n.url),
				60_000,
			);
			const credential = async () =>
				await saveCredential(session, {
					name: 'AllMySMS sandbox',
					type: 'allMySmsApi',
					data: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: sandbox.origin },
				});
			return { url: n8n.url, session, credential };
		},
		atEnd: (close) => void closers.push(close),
		close: async () => {
			for (const close of closers.reverse()) await close();
		},
	};
};
