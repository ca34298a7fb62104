import type { ExpressionTemplate } from './expression-template';
import { isOneExpression } from './code-tokens';
import { isSameForAll } from './same-for-all';

/** n8n's `evaluateExpression` for one item: gives the value, or throws what n8n throws. */
export type Evaluate = (expression: string, itemIndex: number) => unknown;

/** What one template gives for one item: a value of any type, or the texts of its codes in order. */
export type TemplateResult =
	| { readonly kind: 'value'; readonly value: unknown }
	| { readonly kind: 'codes'; readonly texts: readonly string[] }
	/** n8n could not evaluate it; the reason is n8n's own. */
	| { readonly kind: 'failed'; readonly reason: string };

/** n8n's own rule for a code inside a text, found in @n8n/tournament: only 0 and false survive among the falsy. */
const AS_TEXT = "(v) => v || v === 0 || v === false ? [v].join('') : ''";

const codesOf = (template: ExpressionTemplate) =>
	template.chunks.filter((chunk) => chunk.kind === 'code').map((chunk) => chunk.text);

const members = (templates: readonly ExpressionTemplate[]): string => {
	const all = templates.map((template) => {
		const codes = codesOf(template).map((code) => `(${code})`);
		return template.single ? codes.join() : `[${codes.join(', ')}].map(${AS_TEXT})`;
	});
	return `[${all.join(', ')}]`;
};

/**
 * One array literal with the codes of all templates, so that n8n evaluates an item once and not
 * once per field.
 */
const combine = (templates: readonly ExpressionTemplate[]): string => `{{ ${members(templates)} }}`;

/**
 * The same for all items at once: an evaluation costs far more than what is in it. An arrow function
 * has the names of the item as its parameters. An item in which something fails gives null, and costs
 * the others nothing.
 */
const combineForAll = (templates: readonly ExpressionTemplate[]): string =>
	`{{ $input.all().map((allMySmsItem, $itemIndex) => (($json) => { try { return ${members(templates)}; } catch (allMySmsError) { return null; } })(allMySmsItem.json)) }}`;

/** By itself it is an error for n8n: a forgotten call, and what its isolated engine takes for one. */
const isError = (member: unknown): boolean =>
	typeof member === 'function' ||
	(typeof member === 'object' && member !== null && '__isError' in member);

function readCombined(
	result: unknown,
	templates: readonly ExpressionTemplate[],
): TemplateResult[] | null {
	if (!Array.isArray(result) || result.length !== templates.length) return null;
	const results: TemplateResult[] = [];
	for (const [index, template] of templates.entries()) {
		const member: unknown = result[index];
		if (isError(member)) return null;
		if (template.single) {
			results.push({ kind: 'value', value: member });
		} else if (Array.isArray(member) && member.length === codesOf(template).length) {
			results.push({ kind: 'codes', texts: member.map(String) });
		} else {
			return null;
		}
	}
	return results;
}

function evaluateAlone(
	template: ExpressionTemplate,
	evaluate: Evaluate,
	itemIndex: number,
): TemplateResult {
	const whole = (): TemplateResult => {
		try {
			return { kind: 'value', value: evaluate(template.source, itemIndex) };
		} catch (error) {
			return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
		}
	};
	if (template.single || !template.separable) return whole();
	try {
		// With a text before it, a code gives text by n8n's own rule.
		const texts = codesOf(template).map((code) => evaluate(`|{{${code}}}`, itemIndex));
		if (!texts.every((text) => typeof text === 'string')) return whole();
		return { kind: 'codes', texts: texts.map((text) => text.slice(1)) };
	} catch {
		return whole();
	}
}

const canShare = (template: ExpressionTemplate): boolean =>
	template.separable && codesOf(template).every(isOneExpression);

const isForAll = (template: ExpressionTemplate): boolean =>
	template.separable && codesOf(template).every(isSameForAll);

/** The results of the first item, the second, …; null where an item must be looked at by itself. */
type Walk = ReadonlyArray<TemplateResult[] | null>;

function walkAll(
	templates: readonly ExpressionTemplate[],
	evaluate: Evaluate,
	itemCount: number,
): Walk {
	try {
		const rows = evaluate(combineForAll(templates), 0);
		if (!Array.isArray(rows) || rows.length !== itemCount) return [];
		return rows.map((row) => readCombined(row, templates));
	} catch {
		// A syntax that cannot stand in it, or a limit of n8n's engine: item by item, as n8n does.
		return [];
	}
}

/** Evaluates the codes of one item together; null where that gives nothing usable. */
function sharedEvaluator(templates: readonly ExpressionTemplate[], evaluate: Evaluate) {
	const combined = combine(templates);
	let usable = templates.length > 0;
	return (itemIndex: number): TemplateResult[] | null => {
		if (!usable) return null;
		try {
			return readCombined(evaluate(combined, itemIndex), templates);
		} catch (error) {
			// A syntax that cannot stand in an array is the same for all items; anything else is
			// told by the separate evaluation below, which names the field.
			if (error instanceof Error && /syntax/i.test(error.message)) usable = false;
			return null;
		}
	};
}

/**
 * Evaluates templates: those that certainly give the same in one evaluation for all items, so; the
 * others item by item, where the codes share one evaluation if they can. Where an evaluation gives
 * nothing usable (a code with a semicolon, a field of undefined in one of them), each template of the
 * item is evaluated by itself, exactly as n8n would.
 *
 * @param itemCount how many items an evaluation for all may walk over; 0 for item by item
 * @returns a function that gives one result per template, in order
 */
export function templateEvaluator(
	templates: readonly ExpressionTemplate[],
	evaluate: Evaluate,
	itemCount: number,
) {
	const forAll = itemCount > 1 ? templates.filter(isForAll) : [];
	const rest = templates.filter((template) => canShare(template) && !forAll.includes(template));
	const evaluateRest = sharedEvaluator(rest, evaluate);
	const evaluateEach = sharedEvaluator([...forAll, ...rest], evaluate);
	let walk: Walk | null = forAll.length > 0 ? null : [];

	return (itemIndex: number): TemplateResult[] => {
		walk ??= walkAll(forAll, evaluate, itemCount);
		const walked = walk[itemIndex];
		const together = walked
			? [...walked, ...((rest.length > 0 ? evaluateRest(itemIndex) : []) ?? [])]
			: evaluateEach(itemIndex);
		const results = new Map([...forAll, ...rest].map((each, index) => [each, together?.[index]]));
		return templates.map(
			(template) => results.get(template) ?? evaluateAlone(template, evaluate, itemIndex),
		);
	};
}

/** The text that n8n gives for a template: its fixed texts with the texts of its codes between. */
export function joinTemplate(template: ExpressionTemplate, texts: readonly string[]): string {
	let next = 0;
	return template.chunks
		.map((chunk) => (chunk.kind === 'text' ? chunk.text : (texts[next++] ?? '')))
		.join('');
}
