import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from '../../../setup/places.mjs';

const run = promisify(execFile);

/** A package as npm would publish it, and the way to install it as users do. */
export interface Tarball {
	/** Installs it into the folder of community nodes of a user folder, without any network. */
	installInto(home: string): Promise<void>;
	remove(): Promise<void>;
}

/** Packs this repository as `npm publish` would. */
export async function packTarball(): Promise<Tarball> {
	const folder = await mkdtemp(path.join(tmpdir(), 'allmysms-tarball-'));
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
	const name = (await readdir(folder)).find((each) => each.endsWith('.tgz'));
	if (name === undefined) throw new Error('npm pack wrote no tarball');
	const file = path.join(folder, name);
	return {
		async installInto(home) {
			const nodes = path.join(home, '.n8n', 'nodes');
			await mkdir(nodes, { recursive: true });
			// n8n itself leaves the peer dependency out when it installs a package: it brings that one.
			const flags = ['--offline', '--legacy-peer-deps', '--ignore-scripts', '--no-audit'];
			await run('npm', ['install', ...flags, file], { cwd: nodes });
		},
		remove: async () => await rm(folder, { recursive: true, force: true }),
	};
}
