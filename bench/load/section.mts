import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { projectRoot } from '../../harness/lines.mts';
import { installPack } from '../../harness/pack.mts';
import { runProgram } from '../../harness/child-program.mts';
import { engines } from '../measuring/engines.mts';
import type { Figure } from '../measuring/results.mts';
import { spreadOf } from '../measuring/statistics.mts';

/** It takes half a second each, and varies. */
const LOADS_PER_ROUND = 5;

interface Manifest {
	readonly main: string;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

async function tarball(): Promise<{ size: number; unpackedSize: number }> {
	const { stdout } = await promisify(execFile)(
		'npm',
		['pack', '--dry-run', '--json', '--ignore-scripts'],
		{ cwd: projectRoot },
	);
	const [pack] = JSON.parse(stdout) as Array<{ size: number; unpackedSize: number }>;
	if (!pack) throw new Error('npm has packed nothing');
	return pack;
}

/** Measures how long the pack takes to load, and how large it is. */
export async function measureLoading(
	rounds: number,
	tell: (what: string) => void,
): Promise<Figure[]> {
	tell('load: the pack beside n8n-workflow');
	const { main, n8n } = JSON.parse(
		await readFile(path.join(projectRoot, 'package.json'), 'utf8'),
	) as Manifest;
	const order = {
		folder: installPack(engines['vm-2'].line),
		entries: [...n8n.nodes, ...n8n.credentials, main],
	};
	const times: number[] = [];
	for (let load = 0; load < rounds * LOADS_PER_ROUND; load++) {
		times.push(await runProgram<number>('bench/load/measure.mts', order, []));
	}
	const { size, unpackedSize } = await tarball();
	return [
		{
			part: 'load',
			subject: { what: 'package' },
			at: new Date().toISOString(),
			measured: {
				ms: spreadOf(times),
				packedBytes: spreadOf([size]),
				unpackedBytes: spreadOf([unpackedSize]),
			},
		},
	];
}
