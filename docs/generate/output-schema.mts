import type { Key, RowSpec } from '../../nodes/AllMySms/resources/row-spec.ts';

type Schema = Readonly<Record<string, unknown>>;

const typeOf = ({ type, orNull }: Key): Schema => {
	if (type === 'strings') return { type: 'array', items: { type: 'string' } };
	return { type: orNull ? [type, 'null'] : type };
};

/** The JSON schema of an output item, as the editor of n8n shows it before the first run. */
export const outputSchema = (row: RowSpec): Schema => ({
	type: 'object',
	properties: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeOf(value)])),
	version: 1,
});
