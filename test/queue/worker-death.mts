import { readFile } from 'node:fs/promises';
import type { LocalN8n } from '../../local-n8n/start-n8n.mts';
import type { QueueScene } from './queue-scene.mts';

/** Kills one worker without warning, as a lost machine would, and starts another in its place. */
export const replaceWorker = async (
	{ queue, workers }: QueueScene,
	victim: LocalN8n,
): Promise<void> => {
	await victim.process.kill();
	workers.splice(workers.indexOf(victim), 1);
	workers.push(await queue.startWorker());
};

/** The worker that runs an execution, as its log tells. */
export const workerOf = async (
	{ workers }: QueueScene,
	executionId: string,
): Promise<LocalN8n | undefined> => {
	for (const worker of workers) {
		const log = await readFile(worker.process.logFile, 'utf8');
		if (log.includes(`Worker started execution ${executionId} `)) return worker;
	}
	return undefined;
};
