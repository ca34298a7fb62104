import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-code.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cache, root } from './places.mjs';
import { runStep } from './run-step.mjs';

/** What a build is made from, below the root. */
export const sources = [
	'nodes',
	'credentials',
	'icons',
	'index.ts',
	'gulpfile.mjs',
	'build',
	'LICENSE',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/**
 * The newest change below a path; folders count, so that a removed file is noticed too.
 * @param {string} place
 * @returns {Promise<number>} milliseconds since 1970
 */
const newestChange = async (place) => {
	const info = await stat(place);
	if (!info.isDirectory()) return info.mtimeMs;
	const names = await readdir(place);
	const times = await Promise.all(names.map((name) => newestChange(path.join(place, name))));
	return Math.max(info.mtimeMs, ...times);
};

/** Written after every finished build: an interrupted or failed one leaves no matching mark. */
const mark = path.join(cache, 'built.json');
const entry = path.join(root, 'dist', 'index.js');

const isFresh = async () => {
	try {
		const { startedAt, entryMtime } = JSON.parse(await readFile(mark, 'utf8'));
		const changes = await Promise.all(sources.map((name) => newestChange(path.join(root, name))));
		return (await stat(entry)).mtimeMs === entryMtime && startedAt > Math.max(...changes);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return false;
		throw error;
	}
};

/** Builds `dist` when a source is newer. */
export const ensureBuild = async () => {
	await oneAtATime('build', async () => {
		if (await isFresh()) return;
		const startedAt = Date.now();
		await runStep({
			title: 'Building the pack',
			command: process.execPath,
			args: [path.join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'],
			cwd: root,
			remedy: 'Correct what the build names above, then run the same command again.',
		});
		const entryMtime = (await stat(entry)).mtimeMs;
		await writeFile(mark, JSON.stringify({ startedAt, entryMtime }));
	});
};
