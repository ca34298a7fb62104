/**
 * Measures pushes per second in a process of its own: those that the trigger filters out, and those
 * that start the bare engine. A whole n8n starts far fewer: it also writes each execution down.
 */
import { fetch, Agent } from 'undici';

import { openEngine } from '../harness/engine.mts';
import { openTrigger, receipt, type TriggerScene } from '../harness/trigger-scene.mts';
import { benchLine } from './contestants.mts';

/** Pushes per second that were answered. */
export interface PushRates {
	readonly filteredOut: number;
	readonly started: number;
}

const CONNECTIONS = 16;

async function rate({ url }: TriggerScene, pushes: number, status: string): Promise<number> {
	const dispatcher = new Agent({ connections: CONNECTIONS });
	let next = 0;
	const begin = performance.now();
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			while (next++ < pushes) {
				const body = new URLSearchParams(receipt({ status }));
				const response = await fetch(url, { method: 'POST', body, dispatcher });
				if (response.status !== 200) throw new Error(`A push got ${response.status}`);
				await response.text();
			}
		}),
	);
	const seconds = (performance.now() - begin) / 1000;
	await dispatcher.close();
	return pushes / seconds;
}

const engine = await openEngine(benchLine, { login: 'bench', apiKey: 'bench-key' });
const scene = await openTrigger(engine, { options: { statuses: ['undelivered'] } });
await rate(scene, 300, '1');
const filteredOut = await rate(scene, 5_000, '1');
if (scene.started > 0) throw new Error('A push that is not wanted started the workflow');
const wanted = 1_000;
const begin = performance.now();
await rate(scene, wanted, '2');
const executions = await scene.executions();
const started = wanted / ((performance.now() - begin) / 1000);
if (executions.length !== wanted) throw new Error('A push was lost');
await scene.close();
process.stdout.write(JSON.stringify({ filteredOut, started } satisfies PushRates));
process.exit(0);
