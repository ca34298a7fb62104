import type { INodeExecutionData } from 'n8n-workflow';

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
