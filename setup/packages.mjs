import path from 'node:path';
import { isInstalled } from './installed.mjs';
import { npmCi } from './npm-ci.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { root } from './places.mjs';

/** Installs this repository's packages when package-lock.json and node_modules differ. */
export const ensurePackages = async () => {
	const lockFile = path.join(root, 'package-lock.json');
	if (await isInstalled(root, lockFile)) return;
	await oneAtATime('packages', async () => {
		if (await isInstalled(root, lockFile)) return;
		await npmCi({ title: 'Installing packages', remark: '1 to 3 minutes, once', cwd: root });
	});
};
