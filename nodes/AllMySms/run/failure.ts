import {
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { Refusal } from '../../shared/problem';

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

/** Why there is no result for an item, in words for the user. */
export interface Failure {
	/** `input`: found before the provider was asked. */
	readonly kind: 'input' | 'provider';
	/** What happened, as a sentence without full stop. */
	readonly what: string;
	/** What to do next. */
	readonly remedy: string;
}

/** What came of one item, or of several that share a request. */
export type Result<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly failure: Failure };

/** The result for input that cannot be used. */
export const inputFailure = ({ parameter, reason, remedy }: Refusal): Result<never> => ({
	ok: false,
	failure: { kind: 'input', what: `'${parameter}' ${reason}`, remedy },
});

/** The result for what the provider, or the way to it, did not give. */
export const providerFailure = (what: string, remedy: string): Result<never> => ({
	ok: false,
	failure: { kind: 'provider', what, remedy },
});

/** The error for "Stop", as n8n shows it. */
export function failureError(
	context: IExecuteFunctions,
	itemIndex: number,
	{ kind, what, remedy }: Failure,
): NodeApiError | NodeOperationError {
	const message = `${what} [item ${itemIndex}]`;
	const options = { message, description: remedy, itemIndex };
	return kind === 'input'
		? new NodeOperationError(context.getNode(), message, options)
		: new NodeApiError(context.getNode(), { message }, options);
}

/** The item for "Continue" and "Continue (using error output)". */
export const failureItem = (
	itemIndexes: number | readonly number[],
	{ what, remedy }: Failure,
): INodeExecutionData => errorItem(itemIndexes, what, remedy);

/** The error for input that cannot be used, as n8n shows it. */
export function refusalError(
	context: IExecuteFunctions,
	itemIndex: number,
	{ parameter, reason, remedy }: Refusal,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `'${parameter}' ${reason} [item ${itemIndex}]`, {
		itemIndex,
		description: `${remedy} Nothing was sent.`,
	});
}

/** The same as an item, for "Continue" and "Continue (using error output)". */
export function refusalItem(
	itemIndex: number,
	{ parameter, reason, remedy }: Refusal,
): INodeExecutionData {
	return errorItem(
		itemIndex,
		`'${parameter}' ${reason}`,
		`${remedy} Nothing was sent for this item.`,
	);
}
