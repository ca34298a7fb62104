import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { deleteData, contactCounts } from '../../../shared/vocabulary/contacts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { fieldsOf } from '../fields';
import { flag, number, text, type RowSpec, type RowOf } from '../row-spec';
import { changeLists, contactsWere } from './change-lists';
import { contactFields } from './create.operation';

export const description: INodeProperties[] = fieldsOf('contact', 'delete', contactFields([]));

export const output = {
	deleted: flag('Always true: the contacts are gone'),
	success: number.orNull('Contacts that were removed'),
	ignored: number.orNull('Contacts that AllMySMS left out, as invalid ones'),
	duplicated: number.orNull('Contacts that were twice in the request'),
	listName: text('Name of the list'),
} satisfies RowSpec;

/** Removes the contacts of all items from their lists: one output item per request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await changeLists<RowOf<typeof output>>(this, description, ({ owner, contacts }) => {
		const { listName } = owner;
		return {
			call: v9Call('deleteContacts', { deleteData: deleteData(owner, contacts) }),
			subject: contactsWere(contacts),
			verb: `removed from the list "${listName}"`,
			remedy: "Check 'List Name' and whether the list is locked.",
			once: false,
			read(data, httpStatus) {
				const done = readDone(data, httpStatus, ['success']);
				if (done.kind !== 'done') return done;
				const counts = contactCounts(done.fields);
				return { kind: 'done', row: { deleted: counts.success !== 0, ...counts, listName } };
			},
		};
	});
}
