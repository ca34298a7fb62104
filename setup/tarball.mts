import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

const run = (command: string, args: readonly string[], cwd: string): void => {
	const { status, stderr, error } = spawnSync(command, args, {
		cwd,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
};

/** Packs the built package into a folder as `npm publish` would; gives the path of the tarball. */
export const packTarball = (folder: string): string => {
	run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack wrote no tarball into ${folder}`);
	return path.join(folder, tarball);
};

/** Unpacks a tarball beside itself; gives the folder with its content. */
export const unpackTarball = (tarball: string): string => {
	const folder = path.dirname(tarball);
	run('tar', ['-xzf', path.basename(tarball)], folder);
	return path.join(folder, 'package');
};
