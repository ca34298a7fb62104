import type { KeyType, OutputRow } from './output-rows.mts';

type Schema = Readonly<Record<string, unknown>>;

const typeOf = (type: KeyType): Schema => {
	if (type === 'strings') return { type: 'array', items: { type: 'string' } };
	if (type.endsWith('?')) return { type: [type.slice(0, -1), 'null'] };
	return { type };
};

/** The JSON schema of an output item, as the editor of n8n shows it before the first run. */
export const outputSchema = (row: OutputRow): Schema => ({
	type: 'object',
	properties: Object.fromEntries(Object.entries(row).map(([key, type]) => [key, typeOf(type)])),
	version: 1,
});
