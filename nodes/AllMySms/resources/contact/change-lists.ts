import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { fail, inPart, read, readAll, refuse, type Result } from '../../../shared/problem';
import { readText, readTextAsGiven } from '../../../shared/text/read-text';
import { isFields } from '../../../shared/values';
import type { Contact, ListOwner } from '../../../shared/vocabulary/contacts';
import { isTriedAgain, problemError, problemItem, inItemOrder } from '../../run/item-output';
import { openOrders, type Order } from '../../run/fulfil-order';
import { itemReaders } from '../../run/item-parameters';
import type { ItemReader } from '../../run/item-reader';

/** One item: a contact and the list that it belongs to. */
interface ContactEntry {
	readonly owner: ListOwner;
	readonly contact: Contact;
}

/** The form or the rows of the editor, or an object of names and values from an expression. */
function* namedValues(given: unknown): Generator<[name: unknown, value: unknown]> {
	if (!isFields(given)) return;
	if (typeof given.mappingMode === 'string') {
		for (const [name, value] of Object.entries(isFields(given.value) ? given.value : {})) {
			// The form has each field of the list: what was left empty there is not told.
			if (value !== null && value !== undefined) yield [name, value];
		}
		return;
	}
	if (!Array.isArray(given.field)) {
		yield* Object.entries(given);
		return;
	}
	for (const row of given.field) if (isFields(row)) yield [row.name, row.value];
}

function readValues(reader: ItemReader): Result<Record<string, string>> {
	const values = new Map<string, string>();
	for (const [given, value] of namedValues(reader.value('fields'))) {
		const label = readText(given, 'Fields');
		if (!label.ok) return label;
		const name = label.value;
		if (name === null) {
			return refuse('Fields', 'has a field without a name', 'Enter its name, or remove it.');
		}
		if (name.toUpperCase() === 'MOBILEPHONE') {
			return refuse('Fields', `has ${name}`, "Enter the number under 'Phone Number' instead.");
		}
		const text = readTextAsGiven(value, 'Fields');
		if (!text.ok) {
			return fail(inPart('Fields', `a value for ${name}`, text.problem));
		}
		values.set(name, text.value);
	}
	return read(Object.fromEntries(values));
}

/** Reads the contact of one item. */
function readContact(reader: ItemReader): Result<ContactEntry> {
	const asked = readAll({
		listName: reader.required('listName'),
		given: reader.required('phoneNumber'),
		country: reader.country(),
		subAccount: reader.optionText('subAccount'),
		fields: readValues(reader),
	});
	if (!asked.ok) return asked;
	const { listName, given, country, subAccount, fields } = asked.value;
	const number = readTypedNumber(given, country);
	if (!number.ok) return refuse('Phone Number', number.problem.what, number.problem.remedy);
	return read({
		owner: { listName, subAccount },
		contact: { phoneNumber: number.value, fields },
	});
}

/** The beginning of a sentence about the contacts of a request. */
export const contactsWere = (contacts: readonly Contact[]): string =>
	contacts.length === 1
		? `The contact ${contacts[0]?.phoneNumber ?? ''} was`
		: `The ${contacts.length} contacts from ${contacts[0]?.phoneNumber ?? ''} on were`;

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
