import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** One line of n8n's engine that the pack must run on. */
export interface Line {
	/** Version of n8n-core, as it stands in test names. */
	readonly version: string;
	/** The folder whose `node_modules` holds n8n-core and n8n-workflow. */
	readonly root: string;
	/**
	 * Where copies of the pack are put, so that they find the n8n-workflow of the same line. Linters
	 * pass over folders of this name.
	 */
	readonly packs: string;
	/** The folder of n8n's own nodes, where they are installed. */
	readonly nodesBase?: string;
}

/** The project's folder. */
export const projectRoot = path.resolve(here(), '..');

function here(): string {
	// jest runs this file as CommonJS, tsx as a module: each knows only one of the two.
	return typeof __dirname === 'string' ? __dirname : path.dirname(fileURLToPath(import.meta.url));
}

const cache = (...parts: string[]) => path.join(projectRoot, '.cache', 'engine', ...parts);

/** The newest engine, which the project's own packages bring along. */
export const newestLine: Line = {
	version: '2.41',
	root: projectRoot,
	packs: cache('2.41', 'packs', 'node_modules'),
};

/** The oldest supported engine, that of n8n 1.123; `node setup/main.mjs engine` installs it. */
export const oldestLine: Line = {
	version: '1.122',
	root: cache('1.122'),
	packs: cache('1.122', 'packs', 'node_modules'),
};

/** The engine of the last n8n 1.123, the first line whose expressions can run in an isolate. */
export const isolatedLine1: Line = {
	version: '1.122, the last',
	root: cache('1.123'),
	packs: cache('1.123', 'packs', 'node_modules'),
};

/** Both, for `describe.each(lines)('… on n8n-core $version', (line) => …)`. */
export const lines: readonly Line[] = [newestLine, oldestLine];
