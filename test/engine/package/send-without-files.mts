/**
 * Sends one SMS with the pack of ALLMYSMS_PACK and takes its files away as an update of the pack
 * does: `before` the execution, or `during` the request. Prints what came of it as JSON. Arguments:
 * the version of the engine, and when.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { openSandbox } from '../../../harness/controlled-sandbox.mts';
import { openEngine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import { installPack } from '../../../harness/pack.mts';
import { sending } from '../../../harness/sms.mts';

const [, , version, when] = process.argv;
const line = lines.find((each) => each.version === version);
if (!line || (when !== 'before' && when !== 'during')) throw new Error('Which line, and when?');

const sandbox = await openSandbox();
const engine = await openEngine(line, sandbox.credential);
const pack = installPack(line);
const takeAway = () => rmSync(path.dirname(pack), { recursive: true, force: true });

// What an answer may need a library for.
await sandbox.setHabits({ htmlEntities: true });
if (when === 'before') takeAway();
await sandbox.setFaults({ kind: 'delay', delayMs: 1_000, endpoint: 'sendSms' });
const running = engine.runAction(sending({ to: '0612000001', message: 'Hello' }));
if (when === 'during') {
	while ((await sandbox.messages()).length === 0) await sleep(20);
	takeAway();
}
const run = await running;
const [item] = run.error === null ? run.itemsOf('AllMySMS') : [];
console.log(
	JSON.stringify({
		status: item?.json.status ?? null,
		error: run.error?.message ?? null,
		received: (await sandbox.messages()).length,
	}),
);
await sandbox.close();
process.exit();
