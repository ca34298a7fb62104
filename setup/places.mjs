import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Everything that setup installs beside node_modules; ignored by git. */
export const cache = path.join(root, '.cache');

/**
 * The homes of local n8ns. n8n unpacks its whole editor into its home; linters and the scanner pass by
 * every folder of this name.
 */
export const homes = path.join(cache, 'homes', 'node_modules');

/**
 * An older engine line: `node_modules` lies in it.
 * @param {'1.122' | '1.123'} line
 */
export const engineFolder = (line) => path.join(cache, 'engine', line);

/** Node 24 as npm packages, one per platform. */
export const node24Folder = path.join(cache, 'n8n', 'node-24');

/**
 * Where an n8n is installed.
 * @param {'1' | '2'} line
 */
export const n8nFolder = (line) => path.join(cache, 'n8n', line);
