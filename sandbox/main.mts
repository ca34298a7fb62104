import { MAIN_KEY, MAIN_LOGIN } from './accounts/account.mts';
import { startSandbox } from './start-sandbox.mts';

const DEFAULT_PORT = 8025;

function portFrom(text: string | undefined): number {
	if (text === undefined || text.trim() === '') return DEFAULT_PORT;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`SANDBOX_PORT must be a number from 0 to 65535, not "${text}"`);
}

function explained(error: unknown, port: string): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? error.code : '';
	if (code === 'EADDRINUSE') {
		return `Port ${port} is taken. Stop what uses it, or choose another: SANDBOX_PORT=8026 npm run sandbox`;
	}
	if (code === 'EACCES') {
		return `Port ${port} may not be used by this user. Choose one above 1023: SANDBOX_PORT=8026 npm run sandbox`;
	}
	return error.message;
}

async function run(): Promise<void> {
	const sandbox = await startSandbox({ port: portFrom(process.env.SANDBOX_PORT) });
	console.log(
		[
			'',
			'  The AllMySMS sandbox is ready. Nothing here reaches a real phone.',
			'',
			`  Page      ${sandbox.origin}/`,
			`  Base URL  ${sandbox.origin}`,
			`  Login     ${MAIN_LOGIN}`,
			`  API key   ${MAIN_KEY}`,
			'',
			'  Press Ctrl-C to stop.',
			'',
		].join('\n'),
	);
	let stopping = false;
	const stop = () => {
		// Ctrl-C comes twice, from the terminal and from npm.
		if (!stopping) void sandbox.close().then(() => process.exit(0));
		stopping = true;
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

try {
	await run();
} catch (error) {
	console.error(explained(error, process.env.SANDBOX_PORT ?? String(DEFAULT_PORT)));
	process.exit(1);
}
