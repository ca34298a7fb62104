import { readJson } from './read-json.mts';
import { readXml } from './read-xml.mts';
import { treesOf, type TagTree } from './tag-tree.mts';

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

/**
 * Reads the text of a payload parameter.
 *
 * @param options.wrapper whether everything must be below `DATA`
 */
export function readPayload(
	text: string | null,
	{ wrapper }: { readonly wrapper: 'demanded' | 'optional' },
): Payload {
	const bare = text?.replace(/^[\s\ufeff]+/, '').trimEnd() ?? '';
	if (bare === '') return { kind: 'empty' };
	const tree = formatOf(bare) === 'xml' ? readXml(bare) : readJson(bare);
	if (!tree) return { kind: 'broken' };
	const data = treesOf(tree, 'DATA')[0];
	if (data) return { kind: 'data', data };
	return wrapper === 'optional' && !tree.has('DATA')
		? { kind: 'data', data: tree }
		: { kind: 'broken' };
}
