import { spawn } from 'node:child_process';
import { SetupStop } from './setup-stop.mjs';

const LINES_SHOWN_ON_FAILURE = 25;
const REPORT_EVERY_MS = process.stdout.isTTY ? 1_000 : 15_000;

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1_000);

/**
 * Shows that a long step is alive: one line that counts on a terminal, a line now and then in a log.
 * @param {string} title
 * @param {string | undefined} remark
 */
const startReport = (title, remark) => {
	const startedAt = Date.now();
	const show = () => {
		const line = `  ${title} … ${seconds(startedAt)} s`;
		process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`);
	};
	process.stdout.write(`  ${title}${remark ? ` (${remark})` : ''}\n`);
	const timer = setInterval(show, REPORT_EVERY_MS);
	return (/** @type {string} */ ending) => {
		clearInterval(timer);
		process.stdout.write(
			`${process.stdout.isTTY ? '\r' : ''}  ${title}: ${ending} after ${seconds(startedAt)} s\n`,
		);
	};
};

/**
 * Runs one long command with progress on the terminal; its own output is shown only when it fails.
 * @param {{ title: string; remark?: string; command: string; args: string[]; cwd: string;
 *   env?: NodeJS.ProcessEnv; remedy: string }} step
 * @throws {SetupStop} with the end of the output and the remedy
 */
export const runStep = async ({ title, remark, command, args, cwd, env, remedy }) => {
	const endReport = startReport(title, remark);
	/** @type {string[]} */
	const output = [];
	const child = spawn(command, args, {
		cwd,
		env: env ?? process.env,
		stdio: ['ignore', 'pipe', 'pipe'],
		// npm is a .cmd file on Windows, which only a shell can start.
		shell: process.platform === 'win32',
	});
	const endWithUs = () => child.kill();
	process.once('exit', endWithUs);
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => output.push(text));
	}
	const ending = await new Promise((resolve) => {
		child.on('error', (error) => resolve(error.message));
		child.on('close', (code, signal) =>
			resolve(code === 0 ? 'done' : `ended with ${signal ?? code}`),
		);
	});
	process.off('exit', endWithUs);
	endReport(ending);
	if (ending === 'done') return;
	const tail = output.join('').trimEnd().split('\n').slice(-LINES_SHOWN_ON_FAILURE).join('\n');
	throw new SetupStop(`${tail}\n\n${title}: ${ending}.\n${remedy}`);
};
