import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import { isTriedAgain, problemError, problemItem } from './problem-output';
import { itemReaders, type ItemReader } from './item-reader';
import { openOrders, type Order } from './fulfil-order';

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

/**
 * Tells the provider to change something for each item: one output item per input item.
 *
 * @param fields the fields of the operation
 */
export async function tellForEachItem<Row extends IDataObject>(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	orderOf: (reader: ItemReader) => Result<Order<Row>>,
): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(context, fields);
	const orders = openOrders(context);
	const items = await forEachItem(context, async (itemIndex) => {
		const reader = readerOf(itemIndex);
		if (!reader.ok) return reader;
		const order = orderOf(reader.value);
		if (!order.ok) return order;
		const result = await orders.fulfil(itemIndex, order.value);
		return result.ok ? { ok: true, value: [result.value] } : result;
	});
	if (!isTriedAgain(items)) orders.close();
	return items;
}
