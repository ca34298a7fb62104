import { rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { sandboxClient } from '../sandbox/client.mts';
import { isAlive, oneAtATime } from '../setup/one-at-a-time.mjs';

const demo = z.object({ pid: z.number(), sandbox: z.string(), n8n: z.string() });

type RunningDemo = z.output<typeof demo>;

/** The demo that a file tells of; a file that is missing or half written tells of none. */
const readDemo = async (file: string): Promise<RunningDemo | null> => {
	try {
		return demo.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch {
		return null;
	}
};

const answers = async (sandbox: string): Promise<boolean> => {
	try {
		await sandboxClient(sandbox).webhooks();
		return true;
	} catch {
		// Nothing listens there now, or no sandbox.
		return false;
	}
};

/** A number of a process is given again, and so is a port: only both together are a running demo. */
const runs = async ({ pid, sandbox }: RunningDemo): Promise<boolean> =>
	isAlive(pid) && (await answers(sandbox));

/**
 * Starts a demo unless one runs on the same n8n data: a second one would give the credential of the
 * first another address.
 *
 * @param home n8n's data
 * @param start gives the addresses; n8n need not answer yet
 * @throws an error that says what runs
 */
export const startOnlyDemo = async <Started extends Omit<RunningDemo, 'pid'>>(
	home: string,
	start: () => Promise<Started>,
): Promise<Started> => {
	const file = `${home}.running.json`;
	return await oneAtATime(path.basename(home), async () => {
		const running = await readDemo(file);
		if (running && (await runs(running))) {
			throw new Error(
				`A demo runs already, as process ${running.pid}:\n\n  Sandbox   ${running.sandbox}\n  n8n       ${running.n8n}\n\nUse that one, or end its process first.`,
			);
		}
		const started = await start();
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(
			file,
			JSON.stringify({ pid: process.pid, sandbox: started.sandbox, n8n: started.n8n }),
		);
		process.once('exit', () => rmSync(file, { force: true }));
		return started;
	});
};
