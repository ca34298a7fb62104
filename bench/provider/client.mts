import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { fetch } from 'undici';

import { projectRoot } from '../../harness/lines.mts';
import { node24Program } from '../../setup/node-24.mjs';
import type { Arrived } from './sends.mts';

/** A provider that runs in a process of its own. */
export interface RunningProvider {
	readonly origin: string;
	stop(): Promise<void>;
}

/** Starts the provider; it ends at the latest with this process. */
export async function startProvider(): Promise<RunningProvider> {
	const program = path.join(projectRoot, 'bench', 'provider', 'main.mts');
	const child = spawn(node24Program(), ['--import', 'tsx', program], {
		cwd: projectRoot,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const origin = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout }).once('line', resolve);
		void ended.then(() => reject(new Error('The provider did not start')));
	});
	return {
		origin,
		stop: async () => {
			child.stdin.end();
			await ended;
		},
	};
}

/** What the provider has got since it was last asked. */
export async function takeArrived(origin: string): Promise<Arrived> {
	const response = await fetch(`${origin}/_bench/arrived`);
	return (await response.json()) as Arrived;
}

/** Every answer from now on comes so many milliseconds after its request. */
export async function setLatency(origin: string, ms: number): Promise<void> {
	await (await fetch(`${origin}/_bench/latency?ms=${ms}`)).text();
}
