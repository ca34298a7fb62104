import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Refusal } from '../../shared/problem';
import { errorItem } from './error-item';

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
