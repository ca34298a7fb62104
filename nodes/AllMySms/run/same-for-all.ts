import { tokensOf, type Token } from './expression-code';

/** The names of n8n that give the same in one evaluation for all items (tried in both engines). */
const OF_N8N = [
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
];

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What may stand by itself: it neither depends on the item nor changes anything. */
const ROOTS = new Set([
	...OF_N8N,
	...words(`
		true false null undefined NaN Infinity typeof void in instanceof new
		Array Boolean Date DateTime Intl JSON Math Number Object String
		decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt
	`),
]);

/** Methods of JavaScript, luxon and n8n that change neither their object nor anything else. */
const METHODS = new Set(
	words(`
		at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare
		match matchAll normalize padEnd padStart repeat replace replaceAll search slice split
		startsWith substr substring test toLocaleLowerCase toLocaleUpperCase toLowerCase toString
		toUpperCase trim trimEnd trimStart valueOf
		entries every filter find findIndex findLast flat flatMap from isArray join keys map of
		reduce reduceRight some toReversed toSorted values
		abs ceil floor log log10 max min pow round sign sqrt trunc
		isFinite isInteger isNaN isSafeInteger parseFloat parseInt toFixed toLocaleString toPrecision
		DateTimeFormat NumberFormat format formatToParts
		fromEntries hasOwn hasOwnProperty parse stringify
		getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime
		toDateString toISOString toJSON toLocaleDateString toLocaleTimeString
		diff diffNow endOf fromFormat fromISO fromJSDate fromMillis fromObject fromSQL fromSeconds
		hasSame minus now plus reconfigure setLocale setZone startOf toFormat toISO toISODate
		toISOTime toJSDate toLocal toMillis toRelative toSQL toSeconds toUTC
		extractDomain extractEmail extractUrl first isEmpty isNotEmpty last toBoolean
		toDateTime toFloat toInt toNumber toSentenceCase toTitleCase
	`),
);

/** Words before what they are for, which may stand in brackets. */
const OPERATORS = new Set(['typeof', 'void', 'in', 'instanceof']);

/** Function names that may be called without an object. */
const FUNCTIONS = new Set(
	words(`
		$if $ifEmpty $max $min $jmespath Boolean Date Number String
		decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt
	`),
);

/** What changes something, or is more than one expression. */
const CHANGING = /^(?:;|\+\+|--|(?:\?\?|\|\||&&|\*\*|>>>|>>|<<|[-+*/%&|^])?=)$/;

const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean =>
	token?.kind === 'sign' && signs.includes(token.text);

/** The tokens between the `(` that belongs to a `)` and that `)`. */
function inBrackets(tokens: readonly Token[], closing: number): readonly Token[] {
	let depth = 0;
	for (let index = closing; index >= 0; index--) {
		if (isSign(tokens[index], ')')) depth++;
		if (isSign(tokens[index], '(') && --depth === 0) return tokens.slice(index + 1, closing);
	}
	return [];
}

/** The parameters of arrow functions: `each => …`, `(each, index) => …`; null for others than names. */
function parametersOf(tokens: readonly Token[]): Set<string> | null {
	const parameters = new Set<string>();
	for (const [index, token] of tokens.entries()) {
		if (!isSign(token, '=>')) continue;
		// A block may hold any statement.
		if (isSign(tokens[index + 1], '{')) return null;
		const before = tokens[index - 1];
		const list = isSign(before, ')') ? inBrackets(tokens, index - 1) : before ? [before] : [];
		for (const each of list) {
			if (each.kind === 'name') parameters.add(each.text);
			else if (!isSign(each, ',')) return null;
		}
	}
	return parameters;
}

const isOwn = (name: string): boolean => ROOTS.has(name) || name.startsWith('allMySms');

/**
 * Whether a code, the text between `{{` and `}}`, certainly gives the same for an item when n8n
 * evaluates it once for all items: it is made of names and methods that are known to depend on the
 * item by `$json` and `$itemIndex` alone, and to change nothing. What is not known goes item by item.
 */
export function isSameForAll(code: string): boolean {
	const tokens = tokensOf(code);
	const parameters = tokens && parametersOf(tokens);
	if (!tokens || !parameters || [...parameters].some(isOwn)) return false;

	const open: Token[] = [];
	return tokens.every((token, index) => {
		const [before, after] = [tokens[index - 1], tokens[index + 1]];
		const isCalled = isSign(isSign(after, '?.') ? tokens[index + 2] : after, '(');
		if (token.kind !== 'name') {
			if (isSign(token, '(', '[', '{')) open.push(token);
			const isClosing = isSign(token, ')', ']', '}');
			if (isClosing) open.pop();
			if (token.kind === 'sign' && CHANGING.test(token.text)) return false;
			// The call of something that has no name.
			return !isCalled || (token.kind === 'sign' && !isClosing);
		}
		const name = token.text;
		if (/^(?:constructor|prototype|__proto__)$/.test(name)) return false;
		if (isSign(before, '.', '?.')) return !name.startsWith('$') && (!isCalled || METHODS.has(name));
		if (isCalled) return FUNCTIONS.has(name) || OPERATORS.has(name);
		if (ROOTS.has(name) || parameters.has(name)) return true;
		// The key of an object.
		return isSign(after, ':') && isSign(before, '{', ',') && isSign(open.at(-1), '{');
	});
}
