import { decodeXML } from 'entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { addTag, MAX_DEPTH, type TagTree, type TagValue } from './tag-tree.mts';

const TEXT = '#text';
const CDATA = '#cdata';

/** Entities of a document type are never expanded: no payload needs them. */
const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: true,
	ignoreDeclaration: true,
	ignorePiTags: true,
	cdataPropName: CDATA,
	parseTagValue: false,
	trimValues: false,
	processEntities: false,
	// Tags become keys of a Map, where no name is dangerous.
	onDangerousProperty: (name) => name,
});

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Name and content of each node of the parser's ordered tree. */
const opened = (nodes: readonly unknown[]): Array<[name: string, content: unknown]> =>
	nodes.flatMap((node) =>
		typeof node === 'object' && node !== null ? Object.entries(node).slice(0, 1) : [],
	);

function textOf(nodes: readonly unknown[]): string {
	return opened(nodes)
		.map(([name, content]) => {
			if (name === TEXT) return decodeXML(String(content));
			if (name !== CDATA || !isList(content)) return '';
			return opened(content)
				.map(([, text]) => String(text))
				.join('');
		})
		.join('');
}

function valueOf(nodes: readonly unknown[], depth: number): TagValue {
	const children = opened(nodes).filter(([name]) => name !== TEXT && name !== CDATA);
	if (children.length === 0) return textOf(nodes);
	const tree = new Map<string, TagValue[]>();
	for (const [name, content] of children) {
		if (isList(content) && depth < MAX_DEPTH) {
			addTag(tree, name.toUpperCase(), valueOf(content, depth + 1));
		}
	}
	return tree;
}

/** Reads XML; the root is a tag of the tree. Null for what is not well-formed. */
export function readXml(text: string): TagTree | null {
	try {
		if (XMLValidator.validate(text) !== true) return null;
		const nodes: unknown = parser.parse(text);
		const tree = isList(nodes) ? valueOf(nodes, 0) : '';
		return typeof tree === 'string' ? null : tree;
	} catch (error) {
		// The parser throws plain errors at what it does not like, such as nesting without end.
		if (error instanceof Error) return null;
		throw error;
	}
}
