import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import path from 'node:path';

import { projectRoot, type Line } from './lines.mts';

const PUBLISHED = ['package.json', 'dist'];

/** Another built pack can be put to the test, for instance an unpacked tarball. */
const source = process.env.ALLMYSMS_PACK ?? projectRoot;

function* filesBelow(file: string): Generator<string> {
	const entries = readdirSync(file, { withFileTypes: true }).sort((a, b) =>
		a.name.localeCompare(b.name),
	);
	for (const entry of entries) {
		const inner = path.join(file, entry.name);
		if (entry.isDirectory()) yield* filesBelow(inner);
		else yield inner;
	}
}

function digest(): string {
	const hash = createHash('sha256').update(readFileSync(path.join(source, 'package.json')));
	for (const file of filesBelow(path.join(source, 'dist'))) {
		hash.update(path.relative(source, file)).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

/**
 * Copies the built pack to where it finds the n8n-workflow of the line, as an installed pack would.
 *
 * @returns its folder
 * @throws Error where the pack was not built
 */
export function installPack(line: Line): string {
	if (!existsSync(path.join(source, 'dist'))) {
		throw new Error('The pack is not built: run "npm run build" first.');
	}
	const folder = path.join(line.packs, digest(), 'n8n-nodes-allmysms');
	if (existsSync(folder)) return folder;
	// Another test file may be doing the same: a copy under its final name is always complete.
	const copy = path.join(line.packs, `copy-${process.pid}-${Date.now()}`);
	mkdirSync(copy, { recursive: true });
	for (const name of PUBLISHED) {
		cpSync(path.join(source, name), path.join(copy, name), { recursive: true });
	}
	mkdirSync(path.dirname(folder), { recursive: true });
	try {
		renameSync(copy, folder);
	} catch (error) {
		rmSync(copy, { recursive: true, force: true });
		if (!existsSync(folder)) throw error;
	}
	return folder;
}
