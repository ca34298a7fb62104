import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
	type IDataObject,
} from 'n8n-workflow';

import { fail, type Problem, type Result } from '../../shared/problem';

/** The result for what the provider, or the way to it, did not give. */
export const providerFailure = (what: string, remedy: string) =>
	fail({ what, remedy, origin: 'provider' } satisfies Problem);

const sentences = (...texts: readonly string[]): string =>
	texts.filter((text) => text !== '').join(' ');

/**
 * The error for "Stop", as n8n shows it.
 *
 * @param aftermath a sentence that follows the remedy
 */
export function problemError(
	context: IExecuteFunctions,
	itemIndex: number,
	{ what, remedy, origin }: Problem,
	aftermath = '',
): NodeApiError | NodeOperationError {
	const message = `${what} [item ${itemIndex}]`;
	const options = { message, description: sentences(remedy, aftermath), itemIndex };
	return origin === 'provider'
		? new NodeApiError(context.getNode(), { message }, options)
		: new NodeOperationError(context.getNode(), message, options);
}

/**
 * An item for "Continue" and "Continue (using error output)". n8n takes exactly these two keys
 * for an error on all its versions; the pairing lets later nodes reach the data of the item.
 */
export function errorItem(
	pairedItems: number | readonly number[],
	error: string,
	message: string,
): INodeExecutionData {
	const pairedItem =
		typeof pairedItems === 'number' ? { item: pairedItems } : pairedItems.map((item) => ({ item }));
	return { json: { error, message }, pairedItem };
}

/** The problem as such an item. */
export const problemItem = (
	itemIndexes: number | readonly number[],
	{ what, remedy }: Problem,
	aftermath = '',
): INodeExecutionData => errorItem(itemIndexes, what, sentences(remedy, aftermath));

/** What a problem adds where SMS were to leave. */
export const NOTHING_SENT = 'Nothing was sent.';

/** The same where SMS were to leave for the item. */
export const unsentItem = (itemIndex: number, problem: Problem): INodeExecutionData =>
	problemItem(itemIndex, problem, 'Nothing was sent for this item.');

/**
 * Ends a run in which nothing can leave, whatever its items are.
 *
 * @returns an item for each, where "On Error" says so
 * @throws NodeOperationError
 */
export function nothingLeaves(context: IExecuteFunctions, problem: Problem): INodeExecutionData[] {
	if (!context.continueOnFail()) throw problemError(context, 0, problem, NOTHING_SENT);
	return context.getInputData().map((_, itemIndex) => unsentItem(itemIndex, problem));
}

/** "Retry On Fail" runs the node again when its first item is an error, whatever "On Error" says. */
export const isTriedAgain = ([first]: readonly INodeExecutionData[]): boolean =>
	first?.json.error !== undefined;

/** Tells the user in the editor what is worth a second look. */
export const addHint = (
	context: IExecuteFunctions,
	type: 'info' | 'warning',
	message: string,
): void => context.addExecutionHints({ message, type, location: 'outputPane' });

/**
 * Works on the items one after the other and gives their rows as items, paired. What fails is an
 * error item and stops nobody else, or the error of the node, as "On Error" says.
 *
 * @throws NodeApiError or NodeOperationError that names the item
 */
export async function forEachItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Promise<Result<readonly IDataObject[]>>,
): Promise<INodeExecutionData[]> {
	const errorsAsItems = context.continueOnFail();
	const items: INodeExecutionData[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		if (context.getExecutionCancelSignal()?.aborted) break;
		const result = await work(itemIndex);
		if (result.ok) {
			// One by one: an answer may have more rows than a call may have arguments.
			for (const json of result.value) items.push({ json, pairedItem: { item: itemIndex } });
		} else if (errorsAsItems) {
			items.push(problemItem(itemIndex, result.problem));
		} else {
			throw problemError(context, itemIndex, result.problem);
		}
	}
	return items;
}

/** The first input item that an output item belongs to. */
function firstItem({ pairedItem }: INodeExecutionData): number {
	const first = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof first === 'object' ? first.item : (first ?? 0);
}

/** The items in the order of the input items that they belong to. */
export const inItemOrder = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	[...items].sort((a, b) => firstItem(a) - firstItem(b));
