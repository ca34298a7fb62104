import { rm } from 'node:fs/promises';
import path from 'node:path';
import { saveCredential, type StoredCredential } from '../../local-n8n/client/credentials.mts';
import { signIn, type N8nSession } from '../../local-n8n/client/session.mts';
import { startQueueMode, type QueueMode } from '../../local-n8n/queue-mode.mts';
import type { LocalN8n } from '../../local-n8n/start-n8n.mts';
import { sandboxClient } from '../../sandbox/client.mts';
import { startSandbox } from '../../sandbox/start-sandbox.mts';
import { homes } from '../../setup/places.mjs';
import { WORKER_CONCURRENCY, load } from './load.mts';

/** The token of the credential: pushes must carry it. */
export const WEBHOOK_TOKEN = 'queue-webhook-token';

/** n8n in queue mode with two workers, and the sandbox behind the pack. */
export interface QueueScene {
	readonly queue: QueueMode;
	/** The workers that run now; a test that kills one puts another in its place. */
	readonly workers: LocalN8n[];
	readonly session: N8nSession;
	readonly credential: StoredCredential;
	readonly sandbox: string;
}

/** n8n finds a lost worker within seconds here, and with its own settings within a minute. */
const quickRecovery = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Starts everything.
 *
 * @param stops gets one function for everything started, so that half a scene can be stopped too
 */
export const setScene = async (stops: Array<() => Promise<void>>): Promise<QueueScene> => {
	const home = path.join(homes, 'queue');
	await rm(home, { recursive: true, force: true });
	const sandbox = await startSandbox({ port: 0 });
	stops.push(async () => await sandbox.close());
	await sandboxClient(sandbox.origin).setAccount({ credits: 1_000_000_000 });
	const queue = await startQueueMode({
		home,
		line: load.line,
		workerConcurrency: WORKER_CONCURRENCY,
		env: { ...quickRecovery, N8N_EXPRESSION_ENGINE: load.expressionEngine },
	});
	stops.push(queue.stop);
	const workers = await Promise.all([queue.startWorker(), queue.startWorker()]);
	const session = await signIn(queue.main.url);
	const credential = await saveCredential(session, {
		name: 'AllMySMS sandbox',
		type: 'allMySmsApi',
		data: {
			login: 'sandbox',
			apiKey: 'sandbox-key',
			baseUrl: sandbox.origin,
			webhookToken: WEBHOOK_TOKEN,
		},
	});
	return { queue, workers, session, credential, sandbox: sandbox.origin };
};
