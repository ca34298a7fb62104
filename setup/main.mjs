/**
 * `node setup/main.mjs <need>... [--run <program> [argument]...]`: makes sure of what a command of this
 * repository needs, from a fresh clone on, with nothing but Node and npm. What is already there costs
 * less than a second.
 *
 * The program then runs in this very process: a signal that reaches npm alone is passed on to its one
 * child, and a shell or a parent in between would keep it to itself.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { needs } from './needs.mjs';
import { SetupStop } from './setup-stop.mjs';

const [, , ...words] = process.argv;
const end = words.indexOf('--run');
const wanted = end < 0 ? words : words.slice(0, end);
const [program, ...rest] = end < 0 ? [] : words.slice(end + 1);
/** @type {Map<string, () => Promise<void>>} */
const known = new Map(Object.entries(needs));
const unknown = wanted.filter((name) => !known.has(name));

if (wanted.length === 0 || unknown.length > 0) {
	const complaint = unknown.length > 0 ? `Unknown need: ${unknown.join(', ')}.\n` : '';
	console.error(
		`${complaint}Usage: node setup/main.mjs <need>... [--run <program> [argument]...]\nNeeds: ${[...known.keys()].join(', ')}`,
	);
	process.exit(2);
}

const signals = ['SIGINT', 'SIGTERM'];
const stop = () => {
	console.error('\nStopped. Run the same command again: what is finished is kept.');
	process.exit(130);
};

for (const signal of signals) process.on(signal, stop);
try {
	for (const name of wanted) await known.get(name)?.();
} catch (error) {
	if (!(error instanceof SetupStop)) throw error;
	console.error(`\n${error.message}`);
	process.exit(1);
}
for (const signal of signals) process.off(signal, stop);

if (program) {
	const file = path.resolve(program);
	process.argv = [process.execPath, file, ...rest];
	// Teaches this process to read TypeScript, also where modules of the nodes require each other.
	const [esm, commonJs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
	commonJs.register();
	esm.register();
	await import(pathToFileURL(file).href);
}
