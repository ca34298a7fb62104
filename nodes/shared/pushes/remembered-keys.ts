/**
 * Keys in the static data of a workflow, newest last: what survives a restart and reaches other
 * processes. n8n stores all of it with every change, hence the bound.
 */
const MAX_KEYS = 1_000;
const FIELD = 'recentEvents';

/** Static data of a node: what n8n keeps for it between executions. */
export type StaticData = Record<string, unknown>;

/** The keys that were stored. */
export function storedKeys(data: StaticData): ReadonlySet<string> {
	const stored = data[FIELD];
	return new Set(typeof stored === 'string' && stored !== '' ? stored.split(' ') : []);
}

/**
 * Adds keys, and drops the oldest beyond the bound. n8n saves the change when it has started the
 * execution, not before.
 */
export function storeKeys(data: StaticData, keys: readonly string[]): void {
	if (keys.length === 0) return;
	const all = storedKeys(data);
	data[FIELD] = [...new Set([...all, ...keys])].slice(-MAX_KEYS).join(' ');
}
