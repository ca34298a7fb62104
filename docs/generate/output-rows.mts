import { resources } from '../../nodes/AllMySms/resources/index.ts';
import type { RowSpec } from '../../nodes/AllMySms/resources/row-spec.ts';

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
