import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Contact, ListOwner } from '../../../shared/vocabulary/contacts';
import { isTriedAgain, problemError, problemItem, inItemOrder } from '../../run/item-output';
import { openOrders, type Order } from '../../run/fulfil-order';
import { itemReaders } from '../../run/item-parameters';
import { readContact } from './contact-fields';

/** Contacts of one list that leave in one request. */
export interface ContactBatch {
	readonly owner: ListOwner;
	readonly contacts: readonly Contact[];
}

interface PairedBatch {
	readonly owner: ListOwner;
	readonly contacts: Contact[];
	readonly itemIndexes: number[];
}

const BATCH_SIZE = 1_000;

/** The batches of the run, and what cannot be used as error items. */
function planBatches(context: IExecuteFunctions, fields: readonly INodeProperties[]) {
	const readerOf = itemReaders(context, fields);
	const batches: PairedBatch[] = [];
	const open = new Map<string, PairedBatch>();
	const refused: INodeExecutionData[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const reader = readerOf(itemIndex);
		const entry = reader.ok ? readContact(reader.value) : reader;
		if (!entry.ok) {
			// Nothing has left yet: the user corrects the item and runs the node again.
			if (!context.continueOnFail()) throw problemError(context, itemIndex, entry.problem);
			refused.push(problemItem(itemIndex, entry.problem));
			continue;
		}
		const { owner, contact } = entry.value;
		const key = JSON.stringify(owner);
		let batch = open.get(key);
		if (!batch || batch.contacts.length === BATCH_SIZE) {
			batch = { owner, contacts: [], itemIndexes: [] };
			batches.push(batch);
			open.set(key, batch);
		}
		batch.contacts.push(contact);
		batch.itemIndexes.push(itemIndex);
	}
	return { batches, refused };
}

/**
 * Changes contact lists: all items of one list leave together, at most 1,000 per request. One
 * output item per request, paired with all its input items.
 */
export async function changeLists<Row extends IDataObject>(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	orderOf: (batch: ContactBatch) => Order<Row>,
): Promise<INodeExecutionData[]> {
	const { batches, refused } = planBatches(context, fields);
	const orders = openOrders(context);
	const items = [...refused];
	for (const { owner, contacts, itemIndexes } of batches) {
		if (context.getExecutionCancelSignal()?.aborted) break;
		const result = await orders.fulfil(itemIndexes[0] ?? 0, orderOf({ owner, contacts }));
		if (result.ok) {
			items.push({ json: result.value, pairedItem: itemIndexes.map((item) => ({ item })) });
		} else if (context.continueOnFail()) {
			items.push(problemItem(itemIndexes, result.problem));
		} else {
			throw problemError(context, itemIndexes[0] ?? 0, result.problem);
		}
	}
	const ordered = inItemOrder(items);
	if (!isTriedAgain(ordered)) orders.close();
	return ordered;
}
