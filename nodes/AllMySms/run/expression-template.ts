import { ExpressionParser } from 'n8n-workflow';

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
