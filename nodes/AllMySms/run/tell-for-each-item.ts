import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import { itemReaders, type ItemReader } from './item-reader';
import { forEachItem } from './for-each-item';
import { openOrders, type Order } from './fulfil-order';

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
	// "Retry On Fail" runs the node again when its first item is an error, whatever "On Error" says.
	if (items[0]?.json.error === undefined) orders.close();
	return items;
}
