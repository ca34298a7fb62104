import sax from 'sax';

import { addTag, MAX_DEPTH, type TagTree, type TagValue } from './tag-tree.mts';

/** Elements nested deeper than this are an attack, and not read to their end. */
const MAX_NESTING = 100;

/** An element that is still open. */
interface OpenElement {
	readonly name: string;
	text: string;
	/** Elements below; null while there are none. */
	children: Map<string, TagValue[]> | null;
}

const opened = (name: string): OpenElement => ({ name, text: '', children: null });

/** Text where an element holds nothing else, without the blanks that stand between tags. */
const valueOf = ({ children, text }: OpenElement): TagValue => children ?? text;

function attach(parent: OpenElement, child: OpenElement): void {
	parent.children ??= new Map();
	addTag(parent.children, child.name.toUpperCase(), valueOf(child));
}

/**
 * Reads XML; the root is a tag of the tree. Null for what is not well-formed. Entities of a
 * document type are unknown to the parser, so they are never expanded;
 * those of HTML are known.
 */
export function readXml(text: string): TagTree | null {
	const parser = sax.parser(true);
	const root = opened('');
	const stack = [root];
	const current = (): OpenElement => stack.at(-1) ?? root;
	let isBroken = false;
	const stop = (error: Error): never => {
		isBroken = true;
		throw error;
	};

	parser.onopentag = ({ name }) => {
		if (stack.length > MAX_NESTING) stop(new Error('Nested too deep'));
		stack.push(opened(name));
	};
	parser.onclosetag = () => {
		const closed = stack.pop();
		if (closed && stack.length <= MAX_DEPTH) attach(current(), closed);
	};
	parser.ontext = (piece) => {
		current().text += piece;
	};
	parser.oncdata = (piece) => {
		current().text += piece;
	};
	parser.onerror = stop;
	try {
		parser.write(text).close();
	} catch (error) {
		if (isBroken) return null;
		throw error;
	}
	return root.children;
}
