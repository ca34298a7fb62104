/**
 * `node setup/main.mjs <need>...`: makes sure of what a command of this repository needs, from a
 * fresh clone on, with nothing but Node and npm. What is already there costs less than a second.
 */
import { needs } from './needs.mjs';
import { SetupStop } from './setup-stop.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(needs, name));

if (wanted.length === 0 || unknown.length > 0) {
	const complaint = unknown.length > 0 ? `Unknown need: ${unknown.join(', ')}.\n` : '';
	console.error(`${complaint}Usage: node setup/main.mjs ${Object.keys(needs).join(' | ')}`);
	process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => {
		console.error('\nStopped. Run the same command again: what is finished is kept.');
		process.exit(130);
	});
}

try {
	for (const name of wanted) await needs[name]();
} catch (error) {
	if (!(error instanceof SetupStop)) throw error;
	console.error(`\n${error.message}`);
	process.exit(1);
}
