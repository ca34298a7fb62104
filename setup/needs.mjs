import { ensureBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { ensureEngine } from './engine.mjs';
import { ensureN8n } from './n8n.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRedis } from './redis.mjs';

/** Everything a command can ask for, by the name used in package.json. */
export const needs = {
	/** node_modules as package-lock.json says. */
	packages: ensurePackages,
	/** dist, newer than its sources. */
	build: ensureBuild,
	/** The engine of the oldest supported n8n, for the engine tests. */
	engine: ensureEngine,
	/** A pinned n8n 2 with its own Node 24. */
	n8n: () => ensureN8n('2'),
	/** The last n8n 1, for checks by hand and for optional tests. */
	'n8n-1x': () => ensureN8n('1'),
	/** Chromium, for tests in the editor. */
	browser: ensureBrowser,
	/** A Redis server program, for n8n in queue mode. */
	redis: ensureRedis,
};
