import path from 'node:path';

/** What tells one local n8n from another. */
export interface N8nSettings {
	/** The user folder: data, settings and community nodes lie below `<home>/.n8n`. */
	readonly home: string;
	readonly port: number;
	/** The task runner's broker listens here: the default port would collide between two instances. */
	readonly brokerPort: number;
	/** Further environment variables, which win over those below. */
	readonly env?: Readonly<Record<string, string>>;
}

/** A constant: data of an earlier start can still be read by the next one. */
const ENCRYPTION_KEY = 'local-n8n-only-for-demo-and-tests';

/** Variables that make an n8n which talks to nobody outside this machine. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
};

/** Only what a program needs: settings of an n8n that the reader runs must not leak in. */
const inherited = (): NodeJS.ProcessEnv =>
	Object.fromEntries(
		Object.entries(process.env).filter(([name]) =>
			/^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|USER)$/.test(name),
		),
	);

/** The whole environment of an n8n process that runs on `nodeProgram`. */
export const n8nEnvironment = (settings: N8nSettings, nodeProgram: string): NodeJS.ProcessEnv => {
	const base = inherited();
	return {
		...base,
		...quiet,
		PATH: `${path.dirname(nodeProgram)}${path.delimiter}${base.PATH ?? ''}`,
		N8N_USER_FOLDER: settings.home,
		N8N_PORT: String(settings.port),
		// A worker serves only its health.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(settings.port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		WEBHOOK_URL: `http://127.0.0.1:${settings.port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${settings.port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		GENERIC_TIMEZONE: 'Europe/Paris',
		...settings.env,
	};
};
