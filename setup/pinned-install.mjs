import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isInstalled } from './installed.mjs';
import { npmCi } from './npm-ci.mjs';
import { root } from './places.mjs';

/**
 * Installs what a committed package.json and its lock file pin into a folder of the cache.
 * @param {{ title: string; remark?: string; pins: string; folder: string; env?: NodeJS.ProcessEnv }} install
 *   `pins` is the committed folder, relative to the repository's root
 */
export const pinnedInstall = async ({ title, remark, pins, folder, env }) => {
	const from = path.join(root, pins);
	if (await isInstalled(folder, path.join(from, 'package-lock.json'))) return;
	await mkdir(folder, { recursive: true });
	await copyFile(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(path.join(from, file), path.join(folder, file));
	}
	await npmCi({ title, remark, cwd: folder, env });
};
