import type { INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { fieldsOf, listNameLocator, optionsField, subAccountOption } from '../fields';
import type { Tells } from '../resource';
import { flag, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('contactList', 'delete', [
	listNameLocator,
	optionsField([subAccountOption]),
]);

export const output = {
	deleted: flag('Always true: the list and its contacts are gone'),
	listName: text('Name of the list'),
} satisfies RowSpec;

/** Deletes a contact list with all its contacts per item. */
export const tells: Tells<typeof output> = (reader) => {
	const asked = readAll({
		listName: reader.required('listName'),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { listName, subAccount } = asked.value;
	return read({
		call: v9Call('deleteList', { listName, subAccount }),
		subject: `The contact list "${listName}" was`,
		verb: 'deleted',
		remedy: 'Look whether the list exists, and whether it is locked.',
		once: false,
		read(data, httpStatus) {
			const done = readDone(data, httpStatus);
			return done.kind === 'done' ? { kind: 'done', row: { deleted: true, listName } } : done;
		},
	});
};
