import { lstat, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../setup/places.mjs';

/** The name under which n8n loads the pack: its node types begin with it. */
const PACK = 'n8n-nodes-allmysms';

/**
 * Puts the built pack where n8n keeps community nodes, so that it is loaded as users have it.
 *
 * @param packFolder this repository, or an unpacked package
 */
export const placePack = async (home: string, packFolder: string = root): Promise<void> => {
	const nodes = path.join(home, '.n8n', 'nodes');
	const place = path.join(nodes, 'node_modules', PACK);
	await mkdir(path.dirname(place), { recursive: true });
	await writeFile(
		path.join(nodes, 'package.json'),
		'{ "name": "installed-nodes", "private": true }\n',
	);
	await rm(place, { recursive: true, force: true });
	await symlink(packFolder, place, 'dir');
	await lstat(place);
};
