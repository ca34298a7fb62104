import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './places.mjs';

/** What the package promises, in milliseconds of processor time on a machine of today. */
const TARGET_MS = 60;

/** A machine that is slow, or busy with other things, must not fail it; a library read at start does. */
const MAX_MS = 4 * TARGET_MS;

const PROCESSES = 7;

/** What n8n has read itself when it comes to the package is not counted. */
const PROGRAM = `
require('n8n-workflow');
const before = process.cpuUsage();
for (const file of process.argv.slice(1)) require(file);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);`;

/** The processor time that one fresh process spends on reading the files, in milliseconds. */
const once = (files: readonly string[]): number => {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', PROGRAM, ...files], {
		encoding: 'utf8',
		env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
	});
	if (status !== 0) throw new Error(`The package cannot be loaded: ${stderr}`);
	return Number(stdout);
};

/** How long n8n takes to read the package: the median of several fresh processes. */
export const loadTime = (folder: string, names: readonly string[]): number => {
	const files = names.map((name) => path.join(folder, name));
	const times = Array.from({ length: PROCESSES }, () => once(files)).sort((a, b) => a - b);
	return times[Math.floor(PROCESSES / 2)] ?? NaN;
};

/** What is wrong with a load time, if anything. */
export const loadTimeFindings = (milliseconds: number): string[] =>
	milliseconds <= MAX_MS
		? []
		: [
				`Loading the package takes ${milliseconds.toFixed(0)} ms of processor time; ${TARGET_MS} are the aim and ${MAX_MS} the most.`,
			];
