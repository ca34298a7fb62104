/** The benchmark: what the node needs for 10,000 items, beside n8n's own nodes. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';

import { projectRoot } from '../harness/lines.mts';
import { contestants } from './contestants.mts';
import type { LargeAnswers } from './large-answers.mts';
import type { Measurement } from './measurement.mts';
import { startBenchProvider } from './provider.mts';
import type { PushRates } from './push-rates.mts';
import { tableOf } from './table.mts';

const ITEMS = 10_000;
const ROUNDS = 3;

async function run(program: string, args: readonly string[]): Promise<string> {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', path.join(projectRoot, 'bench', program), ...args],
		{ cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
	);
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
	return output;
}

const provider = await startBenchProvider();
const measured: Record<string, Measurement> = {};
for (const [name, { label, task }] of Object.entries(contestants)) {
	process.stdout.write(`${label}: ${ITEMS} items, ${task}, ${ROUNDS} rounds …\n`);
	const args = [name, provider.origin, String(ITEMS), String(ROUNDS)];
	measured[name] = JSON.parse(await run('measure.mts', args)) as Measurement;
}
await provider.close();
process.stdout.write('AllMySMS Trigger: pushes per second …\n');
const pushes = JSON.parse(await run('push-rates.mts', [])) as PushRates;
process.stdout.write('Large answers …\n');
const large = JSON.parse(await run('large-answers.mts', [])) as LargeAnswers;

const { allMySms, editFields, httpRequest } = measured;
if (!allMySms || !editFields || !httpRequest) throw new Error('A contestant is missing');
const verdict = {
	timesFasterThanHttpRequest: httpRequest.ms / allMySms.ms,
	timesFasterThanEditFields: editFields.ms / allMySms.ms,
	requestsFor10000Items: allMySms.requests,
};
const results = {
	at: new Date().toISOString(),
	node: process.version,
	processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
	verdict,
	measured,
	pushesPerSecond: pushes,
	largeAnswers: large,
};
await writeFile(
	path.join(projectRoot, 'bench', 'results.json'),
	`${JSON.stringify(results, null, '\t')}\n`,
);

const rows = Object.entries(contestants).map(([name, { label, task }]) => {
	const result = measured[name];
	if (!result) throw new Error(`${name} is missing`);
	return [
		label,
		task,
		`${Math.round(result.ms)} ms`,
		`${(result.ms / result.items).toFixed(3)} ms`,
		String(result.requests),
		`${Math.round(result.loadedMb)} MB`,
		`${Math.round(result.peakMb)} MB`,
	];
});
const header = ['Node', 'Task', 'Time', 'Per item', 'Requests', 'Memory before', 'Peak memory'];
process.stdout.write(`\n${tableOf([header, ...rows])}\n
${verdict.timesFasterThanHttpRequest.toFixed(1)} times faster than HTTP Request (aim: 5)
${verdict.timesFasterThanEditFields.toFixed(2)} times as fast as Edit Fields (aim: 1)
${verdict.requestsFor10000Items} requests for ${ITEMS} items (aim: 10)
${Math.round(pushes.filteredOut)} pushes per second are filtered out, ${Math.round(pushes.started)} start the bare engine
10,000 receipts are read in ${Math.round(large.receipts10000Ms)} ms, 100,000 in ${Math.round(large.receipts100000Ms)} ms
2,000 personal SMS in one request take the sandbox ${Math.round(large.sandbox2000SmsMs)} ms
`);
