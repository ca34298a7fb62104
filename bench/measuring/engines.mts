import path from 'node:path';

import { openEngine, type Engine } from '../../harness/engine.mts';
import type { CredentialValues } from '../../harness/credentials.mts';
import { runExpressionsInVm } from '../../harness/expressions-in-vm.mts';
import type { Line } from '../../harness/lines.mts';
import { n8nFolder } from '../../setup/places.mjs';

/** The engine and the nodes of a whole n8n, as `node setup/main.mjs n8n n8n-1x` installs them. */
const installed = (line: '1' | '2', version: string): Line => {
	const root = n8nFolder(line);
	return {
		version,
		root,
		packs: path.join(root, 'packs', 'node_modules'),
		nodesBase: path.join(root, 'node_modules', 'n8n-nodes-base'),
	};
};

const line2 = installed('2', '2.41');
const line1 = installed('1', '1.123');

/** Where nodes are measured. `vm` is what n8n runs expressions in unless it is told otherwise. */
export const engines = {
	'vm-2': { title: 'n8n 2.41, `vm` (as it comes)', line: line2, expressions: 'vm' },
	'legacy-2': { title: 'n8n 2.41, `legacy`', line: line2, expressions: 'legacy' },
	'vm-1': { title: 'n8n 1.123, `vm` (as it comes)', line: line1, expressions: 'vm' },
	'legacy-1': { title: 'n8n 1.123, `legacy`', line: line1, expressions: 'legacy' },
} as const;

export type EngineName = keyof typeof engines;

/** Opens one of the engines with the pack and n8n's own nodes in it. */
export async function openMeasured(
	name: EngineName,
	credential: CredentialValues,
): Promise<Engine> {
	const { line, expressions } = engines[name];
	const engine = await openEngine(line, credential);
	if (expressions === 'vm') await runExpressionsInVm(engine);
	return engine;
}
