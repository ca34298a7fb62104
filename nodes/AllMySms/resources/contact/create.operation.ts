import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { populateData, contactCounts } from '../../../shared/vocabulary/contacts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { fieldsOf } from '../fields';
import type { RowOf } from '../row-spec';
import { changeLists } from './change-lists';
import { contactFields, contactsWere } from './contact-fields';
import { created } from './rows';

export const description: INodeProperties[] = fieldsOf('contact', 'create', contactFields(true));

export const output = created;

/** Adds the contacts of all items to their lists: one output item per request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await changeLists<RowOf<typeof output>>(this, description, ({ owner, contacts }) => {
		const { listName } = owner;
		return {
			call: v9Call('populateList', { populateData: populateData(owner, contacts) }),
			subject: contactsWere(contacts),
			verb: `added to the list "${listName}"`,
			remedy: "Check 'List Name' and the names under 'Fields': both must be those of the list.",
			once: false,
			read(data, httpStatus) {
				const done = readDone(data, httpStatus, ['success']);
				if (done.kind !== 'done') return done;
				return { kind: 'done', row: { ...contactCounts(done.fields), listName } };
			},
		};
	});
}
