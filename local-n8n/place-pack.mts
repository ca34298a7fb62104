import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../setup/places.mjs';

/** The name under which n8n loads the pack: its node types begin with it. */
const PACK = 'n8n-nodes-allmysms';

/** What the published package has, and n8n reads. */
const CONTENT = ['package.json', 'dist'];

const placeIn = (home: string): string => path.join(home, '.n8n', 'nodes', 'node_modules', PACK);

/**
 * Puts the built pack where n8n keeps community nodes, so that it is loaded as users have it. It is a
 * copy: a build that runs meanwhile does not pull the files away under a running n8n.
 *
 * @param packFolder this repository, or an unpacked package
 */
export const placePack = async (home: string, packFolder: string = root): Promise<void> => {
	const nodes = path.join(home, '.n8n', 'nodes');
	const place = placeIn(home);
	await mkdir(nodes, { recursive: true });
	await writeFile(
		path.join(nodes, 'package.json'),
		'{ "name": "installed-nodes", "private": true }\n',
	);
	await rm(place, { recursive: true, force: true });
	for (const name of CONTENT) {
		await cp(path.join(packFolder, name), path.join(place, name), { recursive: true });
	}
};

/**
 * Puts a newer build over the one that a running n8n has. With `N8N_DEV_RELOAD` n8n sees it and loads
 * its nodes anew; nothing is removed under it.
 */
export const renewPack = async (home: string): Promise<void> => {
	await cp(path.join(root, 'dist'), path.join(placeIn(home), 'dist'), { recursive: true });
};
