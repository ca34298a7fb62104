import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { canHaveNode24, node24Program } from '../setup/node-24.mjs';
import { projectRoot } from './lines.mts';

/** n8n's isolates have been seen to take their process along, once in some hundred times. */
const TRIES = 3;

/** Whether there can be such a process on this platform. */
export const canRunPrograms: () => boolean = canHaveNode24;

/** The one line that a program writes, or how it ended without one. */
async function answerOf(
	program: string,
	order: unknown,
	loader: readonly string[],
): Promise<{ line: string } | string> {
	const child = spawn(
		node24Program(),
		['--expose-gc', ...loader, path.join(projectRoot, program), JSON.stringify(order)],
		{ cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const ended = new Promise<string>((resolve) =>
		child.once('close', (code, signal) => resolve(String(signal ?? code))),
	);
	const answered = new Promise<{ line: string }>((resolve) =>
		createInterface({ input: child.stdout }).once('line', (line) => resolve({ line })),
	);
	const answer = await Promise.race([answered, ended]);
	// It has nothing more to do, and isolates that are just being made could crash it at its end.
	child.kill('SIGKILL');
	await ended;
	return answer;
}

/**
 * Runs a program of the project in a process of its own, on the Node that n8n runs on, and gives its
 * answer. Where a signal ends the process, it is tried again and told.
 *
 * @param program its path below the project's folder
 * @param order handed to it as JSON, as its one argument
 * @param loader what reads TypeScript; none leaves it to Node, and loading as it is
 * @throws Error where it does not end well
 */
export async function runProgram<Answer>(
	program: string,
	order: unknown,
	loader: readonly string[] = ['--import', 'tsx'],
): Promise<Answer> {
	for (let tries = 1; ; tries++) {
		const answer = await answerOf(program, order, loader);
		if (typeof answer !== 'string') return JSON.parse(answer.line) as Answer;
		const what = `${program} ended with ${answer}: ${JSON.stringify(order)}`;
		if (tries === TRIES || !answer.startsWith('SIG')) throw new Error(what);
		process.stderr.write(`${what}\nIt is tried again.\n`);
	}
}

/** The order that this program was started with, where it is such a program. */
export const givenOrder = (): unknown => JSON.parse(process.argv[2] ?? 'null');

/** Gives such a program's answer, and waits to be ended. */
export function answerWith(answer: unknown): void {
	process.stdout.write(`${JSON.stringify(answer)}\n`);
	setInterval(() => undefined, 60_000);
}
