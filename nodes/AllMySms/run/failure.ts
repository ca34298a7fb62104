import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Refusal } from '../../shared/problem';
import { errorItem } from './error-item';

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
