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
		startsWith substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString
		toUpperCase trim trimEnd trimStart valueOf
		entries every filter find findIndex findLast flat flatMap from isArray join keys map of
		reduce reduceRight some toReversed toSorted values
		abs ceil floor log log10 max min pow round sign sqrt trunc
		isFinite isInteger isNaN isSafeInteger parseFloat parseInt toFixed toLocaleString toPrecision
		fromEntries hasOwn hasOwnProperty parse stringify
		getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime
		toDateString toISOString toJSON toLocaleDateString toLocaleTimeString
		diff diffNow endOf fromFormat fromISO fromJSDate fromMillis fromObject fromSQL fromSeconds
		hasSame minus now plus reconfigure setLocale setZone startOf toFormat toISO toISODate
		toISOTime toJSDate toLocal toMillis toRelative toSQL toSeconds toUTC
		extractDomain extractEmail extractUrl first format isEmpty isNotEmpty last toBoolean
		toDateTime toFloat toInt toNumber toSentenceCase toTitleCase
	`),
);

/** Function names that may be called without an object. */
const FUNCTIONS = new Set(
	words(`
		$if $ifEmpty $max $min $jmespath Boolean Date Number String
		decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt
	`),
);

/** A quoted text, or one between backticks that holds no code. */
const TEXTS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/gs;
/** The codes of a text between backticks; one inside another is not looked into. */
const WITH_CODES = /`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^`{}]*\})*`/gs;

/** What is left of a code without its texts: `$json.a + ''` of `$json.a + 'b'`. */
const withoutTexts = (code: string): string =>
	code
		.replace(TEXTS, "''")
		.replace(WITH_CODES, (text) =>
			[...text.matchAll(/\$\{([^`{}]*)\}/g)].map(([, inner]) => `(${inner ?? ''})`).join('+'),
		);

/**
 * Signs that no simple code has: an escaped or hidden name, a comment, an assignment, a block, the
 * call of something that has no name. `/` may begin a regular expression, whose end is hard to find.
 */
const TOO_MUCH = /[\\`;@#/]|\+\+|--|<<=|>>=|(?<![=!<>])=(?![=>])|=>\s*\{|[\])]\s*(?:\?\.)?\s*\(/;

const NAME = /(\??\.\s*)?((?:\p{ID_Start}|[$_])[\p{ID_Continue}$]*)(\s*(?:\?\.)?\()?(\s*:)?/gu;

/** The parameters of arrow functions: `each => …`, `(each, index) => …`. */
function parametersOf(code: string): Set<string> {
	const lists = code.matchAll(/(?:\(([\w$,\s]*)\)|([\w$]+))\s*=>/g);
	return new Set(
		[...lists]
			.flatMap(([, list, single]) => (list ?? single ?? '').split(','))
			.map((name) => name.trim()),
	);
}

/**
 * Whether a code, the text between `{{` and `}}`, certainly gives the same for an item when n8n
 * evaluates it once for all items: it is made of names and methods that are known to depend on the
 * item by `$json` and `$itemIndex` alone, and to change nothing. What is not known goes item by item.
 */
export function isSameForAll(code: string): boolean {
	const plain = withoutTexts(code);
	if (TOO_MUCH.test(plain)) return false;
	const parameters = parametersOf(plain);
	for (const name of parameters) {
		if (ROOTS.has(name) || name.startsWith('allMySms')) return false;
	}
	for (const match of plain.matchAll(NAME)) {
		const [, member, name = '', call, colon] = match;
		if (/^(?:constructor|prototype|__proto__)$/.test(name)) return false;
		if (member !== undefined) {
			if (name.startsWith('$') || (call !== undefined && !METHODS.has(name))) return false;
		} else if (call !== undefined) {
			if (!FUNCTIONS.has(name)) return false;
		} else if (!ROOTS.has(name) && !parameters.has(name)) {
			// The key of an object, and not the middle of a condition.
			const isKey = colon !== undefined && /[{,]\s*$/.test(plain.slice(0, match.index));
			if (!isKey) return false;
		}
	}
	return true;
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
