import type { IExecuteFunctions, INodeParameters, INodeProperties } from 'n8n-workflow';

import { fail, read, type Result } from '../../shared/problem';
import type { TextPart } from '../../shared/text/personalisation';
import { isExpressionSource, parseTemplate, type ExpressionTemplate } from './expression-code';
import { ItemReader, type ItemParameters } from './item-reader';
import { joinTemplate, templateEvaluator, type TemplateResult } from './template-evaluation';

interface Leaf {
	readonly parameter: string;
	readonly path: ReadonlyArray<string | number>;
	readonly template: ExpressionTemplate;
	/** What of its text is the same for all items, and the codes between. */
	readonly pieces: ReadonlyArray<Extract<TextPart, { kind: 'text' }> | string>;
}

function findLeaves(parameter: string, raw: unknown, path: Array<string | number> = []): Leaf[] {
	if (isExpressionSource(raw)) {
		const template = parseTemplate(raw);
		const pieces = template.chunks.map(({ kind, text }) =>
			kind === 'text' ? { kind, text } : text.trim(),
		);
		return [{ parameter, path, template, pieces }];
	}
	if (Array.isArray(raw)) {
		return raw.flatMap((member, index) => findLeaves(parameter, member, [...path, index]));
	}
	if (typeof raw === 'object' && raw !== null) {
		return Object.entries(raw).flatMap(([key, member]) =>
			findLeaves(parameter, member, [...path, key]),
		);
	}
	return [];
}

function resultValue(template: ExpressionTemplate, result: TemplateResult): unknown {
	if (result.kind === 'failed') return undefined;
	return result.kind === 'value' ? result.value : joinTemplate(template, result.texts);
}

function setAt(root: unknown, path: ReadonlyArray<string | number>, value: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(root)) {
		return root.map((member, index) => (index === key ? setAt(member, rest, value) : member));
	}
	const record = { ...(root as Record<string, unknown>) };
	record[key] = setAt(record[key], rest, value);
	return record;
}

const asPlainText = (value: unknown): string =>
	value === null || value === undefined ? '' : [value].join('');

function partsOf({ template, pieces }: Leaf, result: TemplateResult): TextPart[] {
	if (result.kind === 'failed') return [];
	if (result.kind === 'value') {
		const text = asPlainText(result.value);
		const [code] = template.codes;
		// Otherwise the whole text is taken as it is, nothing of it becomes a value.
		return template.separable && template.single && code !== undefined
			? [{ kind: 'value', value: text, code: code.trim() }]
			: [{ kind: 'text', text }];
	}
	let next = 0;
	return pieces.map((piece) =>
		typeof piece === 'string'
			? { kind: 'value', value: result.texts[next++] ?? '', code: piece }
			: piece,
	);
}

function firstFailure(leaves: readonly Leaf[], results: readonly TemplateResult[]) {
	const index = results.findIndex(({ kind }) => kind === 'failed');
	const failed = results[index];
	if (failed?.kind !== 'failed') return null;
	return { parameter: leaves[index]?.parameter ?? '', reason: failed.reason };
}

/**
 * Reads parameters for many items: constants once for all, expressions in one evaluation per item
 * for all of them together (`getNodeParameter` would evaluate each again for every item).
 *
 * @returns a function of the item index
 */
export function itemParameters(
	context: IExecuteFunctions,
	names: readonly string[],
): (itemIndex: number) => ItemParameters {
	const stored: INodeParameters = context.getNode().parameters;
	const leaves = names.flatMap((name) => findLeaves(name, stored[name]));
	const perItem = new Set(leaves.map((leaf) => leaf.parameter));
	const constants = new Map<string, unknown>();
	for (const name of names) {
		if (!perItem.has(name)) constants.set(name, context.getNodeParameter(name, 0, null));
	}
	const items = leaves.length > 0 ? context.getInputData() : [];
	const evaluate = templateEvaluator(
		leaves.map((leaf) => leaf.template),
		(expression, itemIndex) => context.evaluateExpression(expression, itemIndex),
		items,
	);

	const leavesOf = new Map<string, number[]>(names.map((name) => [name, []]));
	for (const [index, { parameter }] of leaves.entries()) leavesOf.get(parameter)?.push(index);
	const constantParts = new Map<string, TextPart[]>();

	return (itemIndex) => {
		const results = evaluate(itemIndex);
		return {
			failure: firstFailure(leaves, results),
			value(name) {
				if (!perItem.has(name)) return constants.get(name);
				let value: unknown = stored[name];
				for (const index of leavesOf.get(name) ?? []) {
					const leaf = leaves[index];
					const result = results[index];
					if (leaf && result) value = setAt(value, leaf.path, resultValue(leaf.template, result));
				}
				return value;
			},
			parts(name) {
				const index = leavesOf.get(name)?.[0];
				const leaf = index === undefined ? undefined : leaves[index];
				const result = index === undefined ? undefined : results[index];
				if (leaf && result) return partsOf(leaf, result);
				const known = constantParts.get(name);
				if (known) return known;
				const parts: TextPart[] = [{ kind: 'text', text: asPlainText(constants.get(name)) }];
				constantParts.set(name, parts);
				return parts;
			},
			expression(name) {
				const source = stored[name];
				return isExpressionSource(source) ? source : null;
			},
		};
	};
}

/**
 * Opens the parameters of all items.
 *
 * @param fields the fields of the operation
 * @returns a function of the item index
 */
export function openItems(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): (itemIndex: number) => ItemReader {
	const parametersOf = itemParameters(context, [...new Set(fields.map(({ name }) => name))]);
	return (itemIndex) => new ItemReader(fields, parametersOf(itemIndex));
}

/** The same; an item whose expression n8n cannot evaluate is refused. */
export function itemReaders(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): (itemIndex: number) => Result<ItemReader> {
	const readerOf = openItems(context, fields);
	return (itemIndex) => {
		const reader = readerOf(itemIndex);
		return reader.problem === null ? read(reader) : fail(reader.problem);
	};
}
