import { readJson } from './read-json.mts';
import { readXml } from './read-xml.mts';
import { textOf, treesOf, type TagTree } from './tag-tree.mts';

/** The two languages of a payload; an answer follows its request. */
export type PayloadFormat = 'json' | 'xml';

/** A payload such as `smsData`, or what is wrong with it. */
export type Payload =
	| { readonly kind: 'data'; readonly data: TagTree }
	| { readonly kind: 'empty' }
	| { readonly kind: 'broken' };

/** XML begins with a bracket; all else counts as JSON. */
export const formatOf = (text: string): PayloadFormat =>
	text.replace(/^[\s\ufeff]+/, '').startsWith('<') ? 'xml' : 'json';

/** Reads the text of a payload parameter. Everything is below `DATA`, which may have no tags. */
export function readPayload(text: string): Payload {
	const bare = text.replace(/^[\s\ufeff]+/, '').trimEnd();
	if (bare === '') return { kind: 'empty' };
	const tree = formatOf(bare) === 'xml' ? readXml(bare) : readJson(bare);
	if (!tree) return { kind: 'broken' };
	const data = treesOf(tree, 'DATA')[0];
	if (data) return { kind: 'data', data };
	return textOf(tree, 'DATA')?.trim() === ''
		? { kind: 'data', data: new Map() }
		: { kind: 'broken' };
}
