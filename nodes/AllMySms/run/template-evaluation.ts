import type { ExpressionTemplate } from './expression-template';

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

const asText = (value: unknown): string =>
	value || value === 0 || value === false ? [value].join('') : '';

const codesOf = (template: ExpressionTemplate) =>
	template.chunks.filter((chunk) => chunk.kind === 'code').map((chunk) => chunk.text);

/**
 * One array literal with the codes of all templates, so that n8n evaluates an item once and not
 * once per field: that is where the time of a large run goes.
 */
function combine(templates: readonly ExpressionTemplate[]): string {
	const members = templates.map((template) => {
		const codes = codesOf(template).map((code) => `(${code})`);
		return template.single ? codes.join() : `[${codes.join(', ')}].map(${AS_TEXT})`;
	});
	return `{{ [${members.join(', ')}] }}`;
}

function readCombined(
	result: unknown,
	templates: readonly ExpressionTemplate[],
): TemplateResult[] | null {
	if (!Array.isArray(result) || result.length !== templates.length) return null;
	const results: TemplateResult[] = [];
	for (const [index, template] of templates.entries()) {
		const member: unknown = result[index];
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
	try {
		if (template.single || !template.separable) {
			return { kind: 'value', value: evaluate(template.source, itemIndex) };
		}
		const texts = codesOf(template).map((code) => asText(evaluate(`{{${code}}}`, itemIndex)));
		return { kind: 'codes', texts };
	} catch (error) {
		return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * Evaluates templates item by item. The codes share one evaluation where they can; where the
 * shared one gives nothing usable (a code with a semicolon, a field of undefined in one of
 * them), each template is evaluated by itself, exactly as n8n would.
 *
 * @returns a function that gives one result per template, in order
 */
export function templateEvaluator(templates: readonly ExpressionTemplate[], evaluate: Evaluate) {
	const shared = templates.filter((template) => template.separable);
	const combined = combine(shared);
	let usable = shared.length > 0;

	const evaluateShared = (itemIndex: number): TemplateResult[] | null => {
		if (!usable) return null;
		try {
			return readCombined(evaluate(combined, itemIndex), shared);
		} catch (error) {
			// A syntax that cannot stand in an array is the same for all items; anything else is
			// told by the separate evaluation below, which names the field.
			if (error instanceof Error && /syntax/i.test(error.message)) usable = false;
			return null;
		}
	};

	return (itemIndex: number): TemplateResult[] => {
		const together = evaluateShared(itemIndex);
		let next = 0;
		return templates.map((template) => {
			const result = template.separable ? together?.[next++] : undefined;
			return result ?? evaluateAlone(template, evaluate, itemIndex);
		});
	};
}

/** The text that n8n gives for a template: its fixed texts with the texts of its codes between. */
export function joinTemplate(template: ExpressionTemplate, texts: readonly string[]): string {
	let next = 0;
	return template.chunks
		.map((chunk) => (chunk.kind === 'text' ? chunk.text : (texts[next++] ?? '')))
		.join('');
}
