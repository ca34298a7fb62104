import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeptProcess } from './kept-process.mts';
import { lastLines } from './log-tail.mts';

const listens = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
		socket.on('connect', () => socket.destroy());
	});

/** Waits until a server of this machine takes connections; one that ends is told with its log. */
export const waitForPort = async (
	port: number,
	server: KeptProcess,
	withinMs = 30_000,
): Promise<void> => {
	let ended = false;
	void server.ended.then(() => (ended = true));
	const until = Date.now() + withinMs;
	while (!(await listens(port))) {
		if (ended || Date.now() > until) {
			await server.stop();
			throw new Error(
				`Nothing listens at port ${port}. The end of ${server.logFile}:\n${await lastLines(server.logFile, 20)}`,
			);
		}
		await pause(100);
	}
};
