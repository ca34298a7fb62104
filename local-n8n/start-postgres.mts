import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.mts';
import { startKept } from './kept-process.mts';
import type { LocalServer } from './start-redis.mts';
import { waitForPort } from './wait-for-port.mts';

const run = promisify(execFile);

/** Where Debian keeps the server programs, newest version first; they are not on PATH. */
const debianFolders = (): string[] => {
	const versions = '/usr/lib/postgresql';
	if (!existsSync(versions)) return [];
	return readdirSync(versions)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(versions, version, 'bin'));
};

/** The folder of PostgreSQL's server programs, or null where none is installed. */
export const findPostgres = (): string | null => {
	const folders = [...debianFolders(), ...(process.env.PATH ?? '').split(path.delimiter)];
	const complete = (folder: string): boolean =>
		['postgres', 'initdb'].every((program) => existsSync(path.join(folder, program)));
	return folders.find(complete) ?? null;
};

/** PostgreSQL refuses to run as root: its own user is taken then, as Debian creates it. */
const serverUser = async (): Promise<number | undefined> => {
	if (process.getuid?.() !== 0) return undefined;
	const { stdout } = await run('id', ['-u', 'postgres']);
	return Number(stdout);
};

/** The user name of the database; there is no password, as only this machine reaches it. */
export const POSTGRES_USER = 'n8n';

/**
 * Starts an empty PostgreSQL; its data are removed when it stops.
 *
 * @param programs the folder that `findPostgres` found
 */
export const startPostgres = async (programs: string, logFile: string): Promise<LocalServer> => {
	const uid = await serverUser();
	// Outside the repository: the server's user may not be allowed to enter its folder.
	const home = await mkdtemp(path.join(os.tmpdir(), 'n8n-postgres-'));
	if (uid !== undefined) await chown(home, uid, -1);
	const data = path.join(home, 'data');
	await run(
		path.join(programs, 'initdb'),
		['-D', data, '-U', POSTGRES_USER, '-A', 'trust', '-E', 'UTF8', '--no-sync'],
		{ cwd: home, uid },
	);
	const port = await freePort();
	const server = await startKept({
		command: path.join(programs, 'postgres'),
		args: ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home],
		cwd: home,
		env: process.env,
		logFile,
		uid,
	});
	await waitForPort(port, server);
	return {
		port,
		stop: async () => {
			await server.stop();
			await rm(home, { recursive: true, force: true });
		},
	};
};
