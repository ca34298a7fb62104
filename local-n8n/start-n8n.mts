import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { node24Program } from '../setup/node-24.mjs';
import { n8nFolder } from '../setup/places.mjs';
import { freePort } from './free-port.mts';
import { startKept, type KeptProcess } from './kept-process.mts';
import { lastLines } from './log-tail.mts';
import { n8nEnvironment } from './n8n-environment.mts';
import { placePack } from './place-pack.mts';

/** Which part of n8n a process is: everything in one, or a part in queue mode. */
export type N8nRole = 'start' | 'webhook' | 'worker';

export interface N8nOptions {
	/** Data, settings and log lie here; kept between starts. */
	readonly home: string;
	/** 0 or nothing for any free port. */
	readonly port?: number;
	readonly role?: N8nRole;
	/** Further arguments of n8n, such as `--concurrency=5`. */
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** `2` unless told otherwise; each is installed by `node setup/main.mjs n8n` or `n8n-1x`. */
	readonly line?: '1' | '2';
	/** This repository unless told otherwise; null starts n8n without the pack. */
	readonly packFolder?: string | null;
	/** How long n8n may take to answer. */
	readonly readyWithinMs?: number;
	/** Told as soon as there is a process to stop: long before n8n is ready. */
	readonly onProcess?: (process: KeptProcess) => void;
	/** Told every second while n8n starts. */
	readonly onWait?: (elapsedMs: number) => void;
}

export interface LocalN8n {
	readonly url: string;
	readonly process: KeptProcess;
	readonly stop: () => Promise<void>;
}

const READY_WITHIN_MS = 300_000;
const LOOK_EVERY_MS = 250;

const answersWell = async (url: string): Promise<boolean> => {
	try {
		const { statusCode, body } = await request(url);
		await body.dump();
		return statusCode === 200;
	} catch {
		// Nothing listens yet.
		return false;
	}
};

/** Waits until n8n answers; an n8n that ends or stays silent is told with the end of its log. */
const waitUntilReady = async (
	n8n: KeptProcess,
	url: string,
	options: N8nOptions,
): Promise<void> => {
	const startedAt = Date.now();
	const limit = options.readyWithinMs ?? READY_WITHIN_MS;
	let ended = false;
	void n8n.ended.then(() => (ended = true));
	let toldAt = startedAt;
	while (!(await answersWell(url))) {
		const elapsed = Date.now() - startedAt;
		if (ended || elapsed > limit) {
			await n8n.stop();
			const what = ended
				? 'n8n ended while it started'
				: `n8n was not ready after ${limit / 1_000} s`;
			throw new Error(`${what}. The end of ${n8n.logFile}:\n${await lastLines(n8n.logFile, 20)}`);
		}
		if (Date.now() - toldAt >= 1_000) {
			toldAt = Date.now();
			options.onWait?.(elapsed);
		}
		await pause(LOOK_EVERY_MS);
	}
};

/**
 * Starts a real n8n with the pack and waits until it is ready. It ends with `stop`, and at the latest
 * with this process.
 */
export const startN8n = async (options: N8nOptions): Promise<LocalN8n> => {
	const { home, role = 'start', line = '2' } = options;
	await mkdir(home, { recursive: true });
	if (options.packFolder !== null) await placePack(home, options.packFolder);
	const port = await freePort(options.port);
	const brokerPort = await freePort();
	const node = node24Program();
	const n8n = await startKept({
		command: node,
		args: [
			path.join(n8nFolder(line), 'node_modules', 'n8n', 'bin', 'n8n'),
			role,
			...(options.args ?? []),
		],
		cwd: home,
		env: n8nEnvironment({ home, port, brokerPort, env: options.env }, node),
		logFile: path.join(home, 'n8n.log'),
	});
	options.onProcess?.(n8n);
	const url = `http://127.0.0.1:${port}`;
	await waitUntilReady(n8n, `${url}/healthz/readiness`, options);
	return { url, process: n8n, stop: async () => await n8n.stop() };
};
