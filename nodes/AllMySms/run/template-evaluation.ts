import { type Evaluate, type ExpressionTemplate, isOneExpression } from './expression-code';
import { isSameForAll } from './same-for-all';
import { walkItems } from './walk';

/** What one template gives for one item: a value of any type, or the texts of its codes in order. */
export type TemplateResult =
	| { readonly kind: 'value'; readonly value: unknown }
	| { readonly kind: 'codes'; readonly texts: readonly string[] }
	/** n8n could not evaluate it; the reason is n8n's own. */
	| { readonly kind: 'failed'; readonly reason: string };

/** n8n's own rule for a code inside a text, found in @n8n/tournament: only 0 and false survive among the falsy. */
const AS_TEXT = "(v) => v || v === 0 || v === false ? [v].join('') : ''";

/**
 * One array literal with the codes of all templates, so that n8n evaluates an item once and not
 * once per field.
 */
function combined(templates: readonly ExpressionTemplate[]): string {
	const members = templates.map(({ codes, single }) => {
		const inner = codes.map((code) => `(${code})`).join(', ');
		return single ? inner : `[${inner}].map(${AS_TEXT})`;
	});
	return `[${members.join(', ')}]`;
}

/** By itself it is an error for n8n: a forgotten call, and what its isolated engine takes for one. */
const isError = (member: unknown): boolean =>
	typeof member === 'function' ||
	(typeof member === 'object' && member !== null && '__isError' in member);

const isTexts = (member: unknown, count: number): member is string[] =>
	Array.isArray(member) &&
	member.length === count &&
	member.every((text) => typeof text === 'string');

function readCombined(
	row: unknown,
	templates: readonly ExpressionTemplate[],
): TemplateResult[] | null {
	if (!Array.isArray(row) || row.length !== templates.length) return null;
	const results: TemplateResult[] = [];
	for (const template of templates) {
		const member: unknown = row[results.length];
		if (isError(member)) return null;
		if (template.single) results.push({ kind: 'value', value: member });
		else if (isTexts(member, template.codes.length)) results.push({ kind: 'codes', texts: member });
		else return null;
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
		const texts = template.codes.map((code) => evaluate(`|{{${code}}}`, itemIndex));
		if (!texts.every((text) => typeof text === 'string')) return whole();
		return { kind: 'codes', texts: texts.map((text) => text.slice(1)) };
	} catch {
		return whole();
	}
}

const canShare = ({ separable, codes }: ExpressionTemplate): boolean =>
	separable && codes.every(isOneExpression);

const isForAll = ({ separable, codes }: ExpressionTemplate): boolean =>
	separable && codes.every(isSameForAll);

/** Evaluates the codes of one item together; null where that gives nothing usable. */
function sharedEvaluator(templates: readonly ExpressionTemplate[], evaluate: Evaluate) {
	const expression = `{{ ${combined(templates)} }}`;
	let usable = templates.length > 0;
	return (itemIndex: number): TemplateResult[] | null => {
		if (!usable) return null;
		try {
			return readCombined(evaluate(expression, itemIndex), templates);
		} catch (error) {
			// A syntax that cannot stand in an array is the same for all items; anything else is
			// told by the separate evaluation below, which names the field.
			if (error instanceof Error && /syntax/i.test(error.message)) usable = false;
			return null;
		}
	};
}

/** Whether n8n's engine evaluates with the items themselves; known once something was evaluated. */
let handsOutItems: boolean | null = null;

/**
 * Evaluates templates: those that certainly give the same in one evaluation for all items, so; the
 * others item by item, where the codes share one evaluation if they can. Where an evaluation gives
 * nothing usable (a code with a semicolon, a field of undefined in one of them), each template of the
 * item is evaluated by itself, exactly as n8n would.
 *
 * @param items what an evaluation for all walks over
 * @returns a function that gives one result per template, in order
 */
export function templateEvaluator(
	templates: readonly ExpressionTemplate[],
	evaluate: Evaluate,
	items: ReadonlyArray<{ readonly json: unknown }>,
) {
	const forAll = items.length > 1 ? templates.filter(isForAll) : [];
	const rest = templates.filter((template) => canShare(template) && !forAll.includes(template));
	const ordered = [...forAll, ...rest];
	const places = templates.map((template) => ordered.indexOf(template));
	const evaluateRest = sharedEvaluator(rest, evaluate);
	const evaluateEach = sharedEvaluator(ordered, evaluate);
	const rowOf =
		forAll.length > 0
			? walkItems(
					combined(forAll),
					evaluate,
					items,
					// The engine stays the same as long as the process lives.
					() => (handsOutItems ??= evaluate('{{ $json }}', 0) === items[0]?.json),
				)
			: () => null;

	return (itemIndex: number): TemplateResult[] => {
		const walked = readCombined(rowOf(itemIndex), forAll);
		const together = walked
			? walked.concat((rest.length > 0 ? evaluateRest(itemIndex) : null) ?? [])
			: evaluateEach(itemIndex);
		return templates.map(
			(template, index) =>
				together?.[places[index] ?? -1] ?? evaluateAlone(template, evaluate, itemIndex),
		);
	};
}

/** The text that n8n gives for a template: its fixed texts with the texts of its codes between. */
export function joinTemplate({ chunks }: ExpressionTemplate, texts: readonly string[]): string {
	let next = 0;
	let joined = '';
	for (const { kind, text } of chunks) joined += kind === 'text' ? text : (texts[next++] ?? '');
	return joined;
}
