/**
 * Which library files of the pack a fresh process has read, once n8n has loaded the pack and after
 * each of some executions. Prints them as JSON; the version of the engine is the only argument.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

import { openSandbox } from '../../../harness/controlled-sandbox.mts';
import { openEngine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import { sending } from '../../../harness/sms.mts';

const LIBRARIES = `${path.sep}dist${path.sep}libraries${path.sep}`;

const [line] = lines.filter(({ version }) => version === process.argv[2]);
if (!line) throw new Error(`No engine line ${process.argv[2]}`);

const { cache } = createRequire(import.meta.url);
const librariesRead = () =>
	Object.keys(cache)
		.filter((file) => file.includes('n8n-nodes-allmysms') && file.includes(LIBRARIES))
		.map((file) => file.split(LIBRARIES)[1]?.replaceAll(path.sep, '/'))
		.sort();

const sandbox = await openSandbox();
const engine = await openEngine(line, sandbox.credential);
const read: Record<string, unknown> = { loaded: librariesRead() };
const executions = {
	account: { resource: 'account', operation: 'get' },
	send: sending({ to: '0612000001', message: 'Hello' }),
};
for (const [name, parameters] of Object.entries(executions)) {
	const run = await engine.runAction(parameters);
	if (run.error !== null) throw new Error(`${name}: ${run.error.message}`);
	read[name] = librariesRead();
}
await sandbox.close();
console.log(JSON.stringify(read));
process.exit();
