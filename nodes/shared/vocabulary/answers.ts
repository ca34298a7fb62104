import { decodeHTML, decodeXML } from 'entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** The content of an answer: an object or a list, as JSON would give it, without a promise about keys. */
export type AnswerData = Record<string, unknown> | unknown[];

/** Whether the answer writes the key that changes what an object inherits, openly or escaped. */
const maySpellProto = (json: string): boolean => /__proto__|\\u005f/i.test(json);

function parseJson(json: string): unknown {
	if (!maySpellProto(json)) return JSON.parse(json);
	return JSON.parse(json, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}

/** What is nested deeper breaks programs that walk it, and is no answer of the provider. */
const MAX_DEPTH = 100;

/** Told before parsing, which takes seconds for millions of brackets. */
function nestsTooDeep(json: string): boolean {
	let depth = 0;
	let inText = false;
	for (let index = 0; index < json.length; index++) {
		const sign = json[index];
		if (sign === '"') inText = !inText;
		else if (inText) {
			if (sign === '\\') index++;
		} else if (sign === '{' || sign === '[') {
			if (++depth > MAX_DEPTH) return true;
		} else if (sign === '}' || sign === ']') depth--;
	}
	return false;
}

function readJson(json: string): AnswerData | null {
	if (nestsTooDeep(json)) return null;
	let data: unknown;
	try {
		data = parseJson(json);
	} catch {
		return null;
	}
	if (typeof data !== 'object' || data === null) return null;
	return Array.isArray(data) ? data : { ...data };
}

/**
 * Whether answers can be read, to be asked before a request leaves. When the pack is updated or
 * removed, n8n takes its files away from executions that still run: a library that was not in use
 * by then is gone, and with it the answer to a request that spends money. Asking takes it into use.
 */
export const canReadAnswers = (): boolean => readXmlAnswer('<answer>&amp;</answer>') !== null;

/**
 * Reads the body of an answer, whatever its content type says: the provider has served JSON as
 * text/html, and its samples decode HTML entities before they parse. Never throws; a page of a
 * proxy, half an answer, or a bare word is no answer.
 *
 * @returns null where it cannot be read
 */
export function readAnswer(body: string): AnswerData | null {
	const text = body.replace(/^[\s\uFEFF]+/, '');
	if (text.startsWith('<')) return readXmlAnswer(text);
	if (!/^[[{]/.test(text)) return null;
	const answer = readJson(text);
	if (answer !== null || !/^[[{]\s*&quot;/.test(text)) return answer;
	return readJson(decodeHTML(text));
}

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
