import type { INodeExecutionData } from 'n8n-workflow';

/** The first input item that an output item belongs to. */
function firstItem({ pairedItem }: INodeExecutionData): number {
	const first = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof first === 'object' ? first.item : (first ?? 0);
}

/** The items in the order of the input items that they belong to. */
export const inItemOrder = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	[...items].sort((a, b) => firstItem(a) - firstItem(b));
