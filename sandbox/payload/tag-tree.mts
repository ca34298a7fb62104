/**
 * A payload after reading, the same for JSON and XML: values by tag in upper case, in order. A
 * repeated element and a JSON list are the same thing.
 */
export type TagTree = ReadonlyMap<string, readonly TagValue[]>;

/** Text, or tags below. */
export type TagValue = string | TagTree;

/** Tags nested deeper than this are none of the provider's. */
export const MAX_DEPTH = 8;

/** The text of a tag, its first where it is repeated; null where it is missing or holds tags. */
export function textOf(tree: TagTree, tag: string): string | null {
	const value = tree.get(tag)?.[0];
	return typeof value === 'string' ? value : null;
}

/** As {@link textOf}, trimmed; null also for blanks. */
export const wordOf = (tree: TagTree, tag: string): string | null =>
	textOf(tree, tag)?.trim() || null;

/** The trees below a tag. */
export const treesOf = (tree: TagTree, tag: string): readonly TagTree[] =>
	(tree.get(tag) ?? []).filter((value) => typeof value !== 'string');

/** Adds a value to the list of its tag. */
export function addTag(tree: Map<string, TagValue[]>, tag: string, value: TagValue): void {
	const values = tree.get(tag);
	if (values) values.push(value);
	else tree.set(tag, [value]);
}
