/**
 * Names that give the same in an evaluation for all items as in one for each (tried in both of n8n's
 * engines). Everything else that begins with `$` may depend on the item: `$input.item`,
 * `$('Node').item`, `$node`, `$binary`, `$runIndex`, `$fromAI`, …
 */
const SAME = new Set([
	'$json',
	'$itemIndex',
	'$now',
	'$today',
	'$if',
	'$ifEmpty',
	'$max',
	'$min',
	'$jmespath',
	'$workflow',
	'$vars',
]);

/** `${` in a template literal is no name. */
const NAMES = /\$(?!\{)[\w$]*/g;

/**
 * What changes something that another item, or another field, would see; what may differ; and what
 * hides a name: a backslash, or the call of a member whose name is reckoned.
 */
const EFFECTS =
	/\b(?:this|await|async|yield|arguments|eval|Function|function|class|var|let|const|return|throw|import|require|globalThis|random\w*|delete|freeze|seal|preventExtensions|Reflect|Proxy|assign|defineProperty|defineProperties|setPrototypeOf|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|clear|append|set[A-Z]\w*)\b|\\|\](?:\?\.)?\s*\(|\+\+|--|<<=|>>=|(?<![=!<>])=(?![=>])/;

/** The names that the evaluation for all items adds: a code that has them means something else. */
const OWN_NAMES = /\ballMySms/;

/**
 * Whether a code, the text between `{{` and `}}`, certainly gives the same for an item when n8n
 * evaluates it once for all items. What cannot be told counts as not the same.
 */
export function isSameForAll(code: string): boolean {
	if (EFFECTS.test(code) || OWN_NAMES.test(code)) return false;
	return (code.match(NAMES) ?? []).every((name) => SAME.has(name));
}

/** The isolated engine has 128 MB for its copy of the items. */
const MOST_CHARACTERS = 30_000_000;
const SAMPLES = 50;

/** Whether the items are few and small enough to be handed to n8n's engine all at once. */
export function fitsAtOnce(items: ReadonlyArray<{ readonly json: unknown }>): boolean {
	const step = Math.max(1, Math.floor(items.length / SAMPLES));
	let characters = 0;
	let samples = 0;
	for (let index = 0; index < items.length; index += step) {
		characters += (JSON.stringify(items[index]?.json) ?? '').length;
		samples++;
	}
	return samples === 0 || (characters / samples) * items.length <= MOST_CHARACTERS;
}
