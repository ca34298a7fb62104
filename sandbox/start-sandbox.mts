import { Sandbox } from './sandbox.mts';
import { createServer } from './server/create-server.mts';
import { DEFAULT_SETTINGS, type Settings } from './settings.mts';

/** How a sandbox starts; what is left out has the defaults of `docs/sandbox.md`. */
export interface SandboxOptions extends Partial<Settings> {
	/** 0 = any free port. */
	readonly port?: number;
}

/** A sandbox that listens. */
export interface RunningSandbox {
	/** For instance `http://127.0.0.1:8025`. */
	readonly origin: string;
	readonly close: () => Promise<void>;
}

/**
 * Starts a stand-in for AllMySMS on 127.0.0.1.
 *
 * @throws the error of `listen`, such as `EADDRINUSE`
 */
export async function startSandbox({
	port = 0,
	...settings
}: SandboxOptions = {}): Promise<RunningSandbox> {
	const sandbox = new Sandbox({ ...DEFAULT_SETTINGS, ...settings });
	const server = await createServer(sandbox);
	const origin = await server.listen({ port, host: '127.0.0.1' });
	sandbox.origin = origin;
	return {
		origin,
		close: async () => {
			await server.close();
			await sandbox.close();
		},
	};
}
