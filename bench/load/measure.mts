/**
 * Measures in a process of its own how long the pack takes to load, in ms; n8n-workflow is there
 * before. It imports nothing of the benchmark: what reads TypeScript would slow every `require`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const { folder, entries } = JSON.parse(process.argv[2] ?? 'null') as {
	folder: string;
	entries: readonly string[];
};
const require = createRequire(path.join(folder, 'package.json'));
require('n8n-workflow');
const begin = performance.now();
for (const entry of entries) require(path.join(folder, entry));
process.stdout.write(`${performance.now() - begin}\n`);
setInterval(() => undefined, 60_000);
