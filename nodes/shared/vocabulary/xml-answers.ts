import { decodeXML } from 'entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/**
 * Made for each answer, so that nothing of the library is loaded before there is one in XML.
 * Entities of a document type are never expanded: an answer needs none, a bomb does.
 */
const newParser = () =>
	new XMLParser({
		preserveOrder: true,
		ignoreAttributes: false,
		attributeNamePrefix: '',
		cdataPropName: CDATA,
		parseTagValue: false,
		trimValues: false,
		processEntities: false,
		ignoreDeclaration: true,
		ignorePiTags: true,
		// JSON keys of the same spelling are harmless too: only real objects inherit from them.
		onDangerousProperty: (name) => name,
	});

/** A page of a proxy or a server, which happens to be well-formed now and then. */
const IS_PAGE =
	/^(?:<\?xml[^>]*>|<!--(?:(?!-->)[^])*-->|\s)*<(?:!doctype\s+html|html|head|body)\b/i;

type Nodes = ReadonlyArray<Readonly<Record<string, unknown>>>;

const isNodes = (value: unknown): value is Nodes => Array.isArray(value);

/** Name and content of one node of the ordered tree. */
function opened(node: Readonly<Record<string, unknown>>): [name: string, content: unknown] {
	return Object.entries(node).find(([key]) => key !== ATTRIBUTES) ?? ['', ''];
}

/** The text between the tags, CDATA as it is and entities of the rest decoded. */
function textOf(nodes: Nodes): string {
	return nodes
		.map((node) => {
			const [name, content] = opened(node);
			if (name === TEXT) return decodeXML(String(content));
			return name === CDATA && isNodes(content)
				? content.map((inner) => String(opened(inner)[1])).join('')
				: '';
		})
		.join('');
}

/** Adds a child; a name that comes again makes a list of its values, as in JSON. */
function add(
	record: Map<string, unknown>,
	lists: Map<string, unknown[]>,
	name: string,
	value: unknown,
) {
	const list = lists.get(name);
	if (list) list.push(value);
	else if (!record.has(name)) record.set(name, value);
	else {
		const begun = [record.get(name), value];
		lists.set(name, begun);
		record.set(name, begun);
	}
}

/** An element without children is its text; one with children, or only attributes, an object. */
function valueOf(nodes: Nodes, attributes: unknown): unknown {
	const record = new Map<string, unknown>();
	const lists = new Map<string, unknown[]>();
	for (const node of nodes) {
		const [name, content] = opened(node);
		if (name !== TEXT && name !== CDATA && isNodes(content)) {
			add(record, lists, name, valueOf(content, node[ATTRIBUTES]));
		}
	}
	const text = textOf(nodes);
	if (record.size === 0 && (text !== '' || typeof attributes !== 'object' || !attributes)) {
		return text;
	}
	for (const [name, value] of Object.entries(attributes ?? {})) {
		if (!record.has(name)) record.set(name, decodeXML(String(value)));
	}
	return Object.fromEntries(record);
}

/**
 * Reads an XML answer into the shape that JSON would have: the root's name is dropped, repeated
 * elements become lists, all values are text.
 *
 * @returns null for what is not well-formed, not whole, nested too deep, or a web page
 */
export function readXmlAnswer(xml: string): Record<string, unknown> | null {
	if (IS_PAGE.test(xml.slice(0, 2_000))) return null;
	try {
		if (XMLValidator.validate(xml.trimEnd()) !== true) return null;
		const tree: unknown = newParser().parse(xml);
		const roots = isNodes(tree) ? tree.filter((node) => opened(node)[0] !== TEXT) : [];
		const root = roots[0];
		if (!root || roots.length > 1) return null;
		const [name, content] = opened(root);
		const value = isNodes(content) ? valueOf(content, root[ATTRIBUTES]) : null;
		if (typeof value === 'string') return value.trim() === '' ? {} : { [name]: value };
		return typeof value === 'object' && value !== null ? { ...value } : null;
	} catch {
		return null;
	}
}
