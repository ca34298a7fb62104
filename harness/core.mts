import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type * as NodesCore from 'n8n-core';
import type * as NodesWorkflow from 'n8n-workflow';

import { DeduplicationStore } from './deduplication-store.mts';
import type { Line } from './lines.mts';
import { oncePerProcess, requireFrom, withEnvironment } from './native.mts';
import { recordLog, type RecordedLog } from './recorded-log.mts';

/** The real engine of one line. Its types are those of the newest line. */
export interface Core {
	readonly core: typeof NodesCore;
	readonly workflow: typeof NodesWorkflow;
	/** n8n's reading of the headers of a request: `contentType` and `encoding`. */
	readonly parseIncomingMessage: (request: IncomingMessage) => void;
	readonly log: RecordedLog;
	/** What n8n keeps across executions; empty when a test file begins. */
	readonly deduplication: DeduplicationStore;
}

/** Where n8n keeps its services, and the services that the harness takes out of it. */
interface Services {
	get<T>(type: new (...parameters: never[]) => T): T;
	set(type: unknown, service: unknown): void;
}

type SshClients = new () => { onShutdown(): void };

function loadCore({ root }: Line, home: string): Core {
	const settings = {
		NODE_ENV: 'production',
		N8N_ENCRYPTION_KEY: 'a key for tests only',
		N8N_USER_FOLDER: home,
		N8N_LOG_LEVEL: 'silent',
		N8N_DIAGNOSTICS_ENABLED: 'false',
	};
	return withEnvironment(settings, () => {
		const require = requireFrom(root);
		const core = require('n8n-core') as Core['core'];
		const workflow = require('n8n-workflow') as Core['workflow'];

		const requireAsCore = requireFrom(path.dirname(require.resolve('n8n-core')));
		const { Container } = requireAsCore('@n8n/di') as { Container: Services };
		const { Logger } = requireAsCore('@n8n/backend-common') as { Logger: unknown };
		const log = recordLog();
		Container.set(Logger, log.logger);
		workflow.LoggerProxy.init(log.logger);

		// Made now, because it reads the settings.
		Container.get(core.InstanceSettings);
		// Its timer would keep the process from ending.
		const { SSHClientsManager } = requireAsCore(
			'./execution-engine/ssh-clients-manager.js',
		) as Record<'SSHClientsManager', SshClients>;
		Container.get(SSHClientsManager).onShutdown();

		const deduplication = new DeduplicationStore();
		void core.DataDeduplicationService.init(deduplication);
		const reader = 'parseIncomingMessage';
		const { parseIncomingMessage } = (
			reader in core ? core : requireAsCore('@n8n/backend-network')
		) as Pick<Core, typeof reader>;
		return { core, workflow, parseIncomingMessage, log, deduplication };
	});
}

/** Loads the engine of a line, once per process. */
export function openCore(line: Line): Core {
	return oncePerProcess(`engine ${line.root}`, () => {
		const home = mkdtempSync(path.join(tmpdir(), 'engine-'));
		try {
			return loadCore(line, home);
		} finally {
			// The engine wrote and read its settings there, and asks for nothing more.
			rmSync(home, { recursive: true, force: true });
		}
	});
}
