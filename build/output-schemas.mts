import { resources } from '../nodes/AllMySms/resources/index.ts';
import type { Key, RowSpec } from '../nodes/AllMySms/resources/row-spec.ts';

/** What each operation of a resource gives. */
type OutputRows = Readonly<Record<string, Readonly<Record<string, RowSpec>>>>;

const isAlways = ([, key]: [string, RowSpec[string]]): boolean => key.only === null;

/** What each operation gives, conditional keys included. */
export const allOutputKeys: OutputRows = Object.fromEntries(
	Object.entries(resources).map(([resource, { operations }]) => [
		resource,
		Object.fromEntries(Object.entries(operations).map(([name, { output }]) => [name, output])),
	]),
);

/** What each operation gives in any case: source of the output schemas. */
export const outputRows: OutputRows = Object.fromEntries(
	Object.entries(allOutputKeys).map(([resource, operations]) => [
		resource,
		Object.fromEntries(
			Object.entries(operations).map(([name, output]) => [
				name,
				Object.fromEntries(Object.entries(output).filter(isAlways)),
			]),
		),
	]),
);

type Schema = Readonly<Record<string, unknown>>;

const typeOf = ({ type, orNull }: Key): Schema => {
	if (type === 'strings') return { type: 'array', items: { type: 'string' } };
	if (type === 'objects') return { type: 'array', items: { type: 'object' } };
	return { type: orNull ? [type, 'null'] : type };
};

/** The JSON schema of an output item, as the editor of n8n shows it before the first run. */
const outputSchema = (row: RowSpec): Schema => ({
	type: 'object',
	properties: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeOf(value)])),
	version: 1,
});

/** The schema of each operation by its file in `dist`, where n8n looks for it: beside the node, by its version. */
export const outputSchemas: ReadonlyMap<string, Schema> = new Map(
	Object.entries(outputRows).flatMap(([resource, operations]) =>
		Object.entries(operations).map(([operation, row]) => [
			`dist/nodes/AllMySms/__schema__/v1.0.0/${resource}/${operation}.json`,
			outputSchema(row),
		]),
	),
);
