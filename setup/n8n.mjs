import { access, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-code.mjs';
import { node24 } from './node-24.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedInstall } from './pinned-install.mjs';
import { n8nFolder } from './places.mjs';
import { runStep } from './run-step.mjs';
import { SetupStop } from './setup-stop.mjs';

const compilerRemedy = `n8n keeps its data in SQLite, whose driver is fetched ready-made or else compiled.
To compile it: on Debian and Ubuntu apt-get install python3 make g++, on macOS xcode-select --install.
Then run the same command again: it goes on with this step.`;

/** @param {string} file */
const readIfThere = async (file) => {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
};

/**
 * The one native part that n8n cannot do without: install scripts are off for everything else.
 * @param {string} folder
 * @param {Awaited<ReturnType<typeof node24>>} node
 */
const ensureSqlite = async (folder, node) => {
	const driver = path.join(folder, 'node_modules', 'sqlite3');
	const mark = path.join(driver, 'compiled-for');
	if ((await readIfThere(mark)) === node.binaryKind) return;
	await runStep({
		title: "Preparing n8n's SQLite driver",
		remark: 'up to 3 minutes, once',
		command: 'npm',
		args: ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'],
		cwd: folder,
		env: { ...node.env, npm_config_nodedir: node.headers },
		remedy: compilerRemedy,
	});
	await writeFile(mark, node.binaryKind);
};

/**
 * Installs an n8n of the given line with the Node that it needs, step by step: a finished step is
 * not repeated after an interruption.
 * @param {'1' | '2'} line
 */
export const ensureN8n = async (line) =>
	await oneAtATime(`n8n-${line}`, async () => {
		const folder = n8nFolder(line);
		const node = await node24();
		await pinnedInstall({
			title: `Installing n8n ${line}`,
			remark: 'about 2,400 packages, 3 GB on disk, 3 to 6 minutes, once',
			pins: `local-n8n/line-${line}`,
			folder,
			env: node.env,
		});
		await ensureSqlite(folder, node);
		const program = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
		await access(program).catch(() => {
			throw new SetupStop(
				`${program} is missing.\nRemove ${folder} and run the same command again.`,
			);
		});
	});
