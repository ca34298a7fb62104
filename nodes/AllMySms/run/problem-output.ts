import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { fail, type Problem } from '../../shared/problem';

/** What a problem of the input adds where SMS were to leave. */
export const NOTHING_SENT = 'Nothing was sent.';

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

/** The same where SMS were to leave for the item. */
export const unsentItem = (itemIndex: number, problem: Problem): INodeExecutionData =>
	problemItem(itemIndex, problem, 'Nothing was sent for this item.');
