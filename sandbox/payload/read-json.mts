import { addTag, MAX_DEPTH, type TagTree, type TagValue } from './tag-tree.mts';

function valuesOf(value: unknown, depth: number): TagValue[] {
	if (value === null || value === undefined || depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((member) => valuesOf(member, depth + 1));
	if (typeof value === 'object') return [treeOf(value, depth)];
	// PHP writes yes and no as 1 and nothing; clients write true and false.
	if (typeof value === 'boolean') return [value ? '1' : '0'];
	return [String(value)];
}

function treeOf(object: object, depth: number): TagTree {
	const tree = new Map<string, TagValue[]>();
	for (const [key, value] of Object.entries(object)) {
		for (const each of valuesOf(value, depth + 1)) addTag(tree, key.toUpperCase(), each);
	}
	return tree;
}

/** Reads a JSON object; null where the text is none. */
export function readJson(text: string): TagTree | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? treeOf(value, 0)
			: null;
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return null;
		throw error;
	}
}
