import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.mts';
import { startKept } from './kept-process.mts';
import { waitForPort } from './wait-for-port.mts';

/** A server that other programs of this machine reach at a port. */
export interface LocalServer {
	readonly port: number;
	readonly stop: () => Promise<void>;
}

/** Starts a Redis that keeps nothing on disk. */
export const startRedis = async (home: string): Promise<LocalServer> => {
	await mkdir(home, { recursive: true });
	const port = await freePort();
	const redis = await startKept({
		command: 'redis-server',
		args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		cwd: home,
		env: process.env,
		logFile: path.join(home, 'redis.log'),
	});
	await waitForPort(port, redis);
	return { port, stop: async () => await redis.stop() };
};
