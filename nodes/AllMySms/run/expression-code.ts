import { ExpressionParser } from 'n8n-workflow';

/** A piece of a code: `$json.a + 'b'` has five. */
export interface Token {
	readonly kind: 'name' | 'number' | 'text' | 'pattern' | 'sign';
	readonly text: string;
}

const BLANK = /\s+/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const NUMBER = /(?:0[xob][\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)n?/iy;
const TEXT = /'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"/sy;
const PATTERN = /\/(?![/*])(?:[^/\\[\n\r]|\\.|\[(?:[^\]\\\n\r]|\\.)*\])+\/[a-z]*/y;
/** What stands between backticks up to their end, or to the next code. */
const BACKTICKED = /(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)/sy;
const SIGN =
	/\.\.\.|=>|\?\.(?!\d)|[=!]==?|[<>]=|>>>=?|\+\+|--|(?:\?\?|\|\||&&|\*\*|>>|<<|[-+*/%&|^])=?|[()[\]{},.:;?<>=!~]/y;

/** After these an operand begins: a `/` begins a pattern there. */
const BEFORE_OPERAND = new Set(['typeof', 'void', 'in', 'instanceof', 'new', 'delete', 'return']);

/** Whether a `/` behind the token divides; null where that is hard to tell. */
function divides(before: Token | undefined): boolean | null {
	if (before === undefined) return false;
	if (before.kind === 'name') return !BEFORE_OPERAND.has(before.text);
	if (before.kind !== 'sign') return true;
	return before.text === '}' ? null : before.text === ')' || before.text === ']';
}

class Reader {
	private at = 0;

	constructor(private readonly code: string) {}

	private take(pattern: RegExp): string | null {
		pattern.lastIndex = this.at;
		const [text] = pattern.exec(this.code) ?? [];
		if (text === undefined) return null;
		this.at += text.length;
		return text;
	}

	private next(before: Token | undefined): Token | null {
		const name = this.take(NAME);
		if (name !== null) return { kind: 'name', text: name };
		const number = this.take(NUMBER);
		if (number !== null) return { kind: 'number', text: number };
		const text = this.take(TEXT);
		if (text !== null) return { kind: 'text', text };
		if (this.code[this.at] === '/') {
			const divided = divides(before);
			if (divided === null) return null;
			const pattern = divided ? null : this.take(PATTERN);
			if (!divided) return pattern === null ? null : { kind: 'pattern', text: pattern };
			if (/[/*]/.test(this.code[this.at + 1] ?? '')) return null;
		}
		const sign = this.take(SIGN);
		return sign === null ? null : { kind: 'sign', text: sign };
	}

	/** A text between backticks is the sum of its texts and codes. */
	private backticked(): Token[] | null {
		const tokens: Token[] = [sign('('), { kind: 'text', text: "''" }];
		this.at++;
		for (;;) {
			const text = this.take(BACKTICKED);
			if (text === null) return null;
			if (text.endsWith('`')) return [...tokens, sign(')')];
			const inner = this.read(true);
			if (inner === null || inner.length === 0) return null;
			tokens.push(sign('+'), sign('('), ...inner, sign(')'));
		}
	}

	/** Reads to the end, or behind the `}` that closes a code between backticks. */
	read(inner: boolean): Token[] | null {
		const tokens: Token[] = [];
		let open = 0;
		for (;;) {
			this.take(BLANK);
			if (this.at === this.code.length) return inner ? null : tokens;
			if (this.code[this.at] === '`') {
				const text = this.backticked();
				if (text === null) return null;
				tokens.push(...text);
				continue;
			}
			const token = this.next(tokens.at(-1));
			if (token === null) return null;
			if (token.kind === 'sign' && token.text === '{') open++;
			if (token.kind === 'sign' && token.text === '}' && --open < 0 && inner) return tokens;
			tokens.push(token);
		}
	}
}

const sign = (text: string): Token => ({ kind: 'sign', text });

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OPENING = new Set(Object.keys(CLOSED_BY));
const CLOSING = new Set(Object.values(CLOSED_BY));

/** Whether every bracket is closed, in the right order. */
function isClosed(tokens: readonly Token[]): boolean {
	const open: string[] = [];
	for (const { kind, text } of tokens) {
		if (kind !== 'sign') continue;
		const closing = CLOSED_BY[text];
		if (closing !== undefined) open.push(closing);
		else if (CLOSING.has(text) && open.pop() !== text) return false;
	}
	return open.length === 0;
}

/**
 * Takes a code of an expression apart.
 *
 * @returns null for a code that is not whole, and for one that this reader does not understand, for
 *   instance because of a comment
 */
export function tokensOf(code: string): Token[] | null {
	const tokens = new Reader(code).read(false);
	return tokens && isClosed(tokens) ? tokens : null;
}

/** Whether a code can stand in brackets and mean the same: it is whole, and one statement. */
export function isOneExpression(code: string): boolean {
	let depth = 0;
	return (tokensOf(code) ?? [sign(';')]).every(({ kind, text }) => {
		if (kind !== 'sign') return true;
		if (OPENING.has(text)) depth++;
		if (CLOSING.has(text)) depth--;
		return text !== ';' || depth > 0;
	});
}

/** n8n's `evaluateExpression` for one item: gives the value, or throws what n8n throws. */
export type Evaluate = (expression: string, itemIndex: number) => unknown;

/** A parameter as the workflow stores it, cut into its fixed texts and its `{{ }}` codes. */
export interface ExpressionTemplate {
	/** The stored text without its leading `=`. */
	readonly source: string;
	readonly chunks: ReadonlyArray<{ readonly kind: 'text' | 'code'; readonly text: string }>;
	/** The texts of its codes. */
	readonly codes: readonly string[];
	/** The whole parameter is one `{{ }}`: it may give any type, not only text. */
	readonly single: boolean;
	/** False where the codes cannot be told apart for certain; the source is then evaluated whole. */
	readonly separable: boolean;
}

/** n8n marks an expression by a leading `=`. */
export function isExpressionSource(raw: unknown): raw is string {
	return typeof raw === 'string' && raw.startsWith('=');
}

/** Cuts a stored parameter at its `{{ }}`, as n8n does when it evaluates it. */
export function parseTemplate(raw: string): ExpressionTemplate {
	const source = raw.slice(1);
	const chunks = ExpressionParser.splitExpression(source)
		.map((chunk) => ({
			kind: chunk.type,
			text: chunk.text,
			closed: chunk.type === 'text' || chunk.hasClosingBrackets,
		}))
		.filter((chunk) => chunk.kind === 'code' || chunk.text !== '');
	const codes = chunks.filter(({ kind }) => kind === 'code').map(({ text }) => text);
	return {
		source,
		chunks: chunks.map(({ kind, text }) => ({ kind, text })),
		codes,
		single: chunks.length === 1 && codes.length === 1,
		separable:
			chunks.every((chunk) => chunk.closed) &&
			codes.every((code) => code.trim() !== '' && !code.includes('}}')) &&
			// n8n keeps or drops the backslash of `\{{` by rules of its own.
			!/\\(\{\{|\}\})/.test(source),
	};
}
