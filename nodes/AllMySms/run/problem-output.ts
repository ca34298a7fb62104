import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { fail, type Problem } from '../../shared/problem';

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
