import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How a program ended: one of the two is null. */
export interface Ending {
	readonly code: number | null;
	readonly signal: string | null;
}

/** A program that ends at the latest when this process does, whatever happens to it. */
export interface KeptProcess {
	readonly pid: number;
	readonly logFile: string;
	/** Resolves when the program has ended, whoever ended it. */
	readonly ended: Promise<Ending>;
	/** Asks the program to end, insists after ten seconds, and waits until it is gone. */
	readonly stop: () => Promise<void>;
	/** Ends the program and its children at once, as a crash would, and waits until it is gone. */
	readonly kill: () => Promise<void>;
}

/** What to start; `env` is the whole environment of the program. */
export interface Program {
	readonly command: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	/** Output is added to the end of this file. */
	readonly logFile: string;
	/** The user to run as, for programs that refuse to run as root. */
	readonly uid?: number;
}

const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url));

const readNews = (line: string): { pid?: number; code?: number | null; signal?: string | null } =>
	JSON.parse(line) as ReturnType<typeof readNews>;

/**
 * Starts a program under the keeper.
 *
 * @throws where the program cannot be started
 */
export const startKept = async (program: Program): Promise<KeptProcess> => {
	const { command, args, cwd, env, logFile, uid } = program;
	const log = openSync(logFile, 'a');
	const order = JSON.stringify({ command, args, uid });
	const child = spawn(process.execPath, [keeper, order], {
		cwd,
		env,
		detached: true,
		stdio: ['pipe', 'pipe', log, log],
	});
	closeSync(log);
	const { stdin, stdout } = child;
	if (!stdin || !stdout) throw new Error('The keeper was started without pipes');
	// Ending the input twice, or after the program, is no fault.
	stdin.on('error', () => undefined);

	let tellEnding: (ending: Ending) => void = () => undefined;
	const ended = new Promise<Ending>((resolve) => (tellEnding = resolve));
	child.on('exit', () => tellEnding({ code: null, signal: 'SIGKILL' }));

	const pid = await new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		createInterface({ input: stdout }).on('line', (line) => {
			const news = readNews(line);
			if (news.pid !== undefined) {
				resolve(news.pid);
				return;
			}
			tellEnding({ code: news.code ?? null, signal: news.signal ?? null });
			reject(new Error(`${command} could not be started; see ${logFile}`));
		});
	});

	return {
		pid,
		logFile,
		ended,
		stop: async () => {
			stdin.end();
			await ended;
		},
		kill: async () => {
			try {
				process.kill(-pid, 'SIGKILL');
			} catch (error) {
				if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
			}
			await ended;
		},
	};
};
