import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startN8n, type LocalN8n, type N8nOptions } from './start-n8n.mts';
import { POSTGRES_USER, findPostgres, startPostgres } from './start-postgres.mts';
import { startRedis } from './start-redis.mts';

export interface QueueModeOptions {
	/** Each process has its own user folder below, as each would on a machine of its own. */
	readonly home: string;
	readonly line?: '1' | '2';
	/** How many executions one worker runs at a time; n8n's own default is 10. */
	readonly workerConcurrency?: number;
	/** Environment of all processes. */
	readonly env?: Readonly<Record<string, string>>;
}

interface Database {
	readonly kind: 'PostgreSQL' | 'SQLite';
	/** What n8n must be told to use it. */
	readonly env: Readonly<Record<string, string>>;
	readonly stop: () => Promise<void>;
}

/** n8n in queue mode: one main, one webhook process, and workers that can be killed and replaced. */
export interface QueueMode {
	readonly main: LocalN8n;
	readonly webhook: LocalN8n;
	readonly database: Database['kind'];
	/** Starts one more worker. */
	startWorker(): Promise<LocalN8n>;
	/** Stops everything that was started. */
	readonly stop: () => Promise<void>;
}

/** PostgreSQL where it is installed, as n8n recommends for queue mode, and else SQLite. */
const startDatabase = async (home: string): Promise<Database> => {
	const programs = findPostgres();
	if (!programs) {
		return {
			kind: 'SQLite',
			env: { DB_TYPE: 'sqlite', DB_SQLITE_DATABASE: path.join(home, 'database.sqlite') },
			stop: async () => undefined,
		};
	}
	const server = await startPostgres(programs, path.join(home, 'postgres.log'));
	return {
		kind: 'PostgreSQL',
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(server.port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: POSTGRES_USER,
			DB_POSTGRESDB_POOL_SIZE: '8',
		},
		stop: server.stop,
	};
};

/** Starts Redis, a database, the main and the webhook process; workers are started one by one. */
export const startQueueMode = async (options: QueueModeOptions): Promise<QueueMode> => {
	const { home, line, workerConcurrency = 10 } = options;
	await mkdir(home, { recursive: true });
	const stops: Array<() => Promise<void>> = [];
	const stop = async (): Promise<void> => {
		for (let next = stops.pop(); next; next = stops.pop()) await next();
	};
	try {
		const database = await startDatabase(home);
		stops.push(database.stop);
		const redis = await startRedis(path.join(home, 'redis'));
		stops.push(redis.stop);

		const start = async (name: string, rest: Partial<N8nOptions>): Promise<LocalN8n> => {
			const n8n = await startN8n({
				home: path.join(home, name),
				line,
				...rest,
				env: {
					...database.env,
					EXECUTIONS_MODE: 'queue',
					QUEUE_BULL_REDIS_HOST: '127.0.0.1',
					QUEUE_BULL_REDIS_PORT: String(redis.port),
					...options.env,
					...rest.env,
				},
			});
			stops.push(n8n.stop);
			return n8n;
		};
		// The main process first: it alone creates the tables.
		const main = await start('main', {});
		const webhook = await start('webhook', { role: 'webhook' });
		let workers = 0;
		return {
			main,
			webhook,
			database: database.kind,
			startWorker: async () => {
				workers += 1;
				return await start(`worker-${workers}`, {
					role: 'worker',
					// Links that a worker makes lead to the process that answers them.
					env: { WEBHOOK_URL: `${webhook.url}/` },
					args: [`--concurrency=${workerConcurrency}`],
				});
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
};
