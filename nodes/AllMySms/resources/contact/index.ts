import type { Resource } from '../resource';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export const contact: Resource = {
	name: 'Contact',
	preferred: 'create',
	operations: {
		create: {
			...create,
			name: 'Create',
			about: 'Add contacts to a contact list, all items of a list in one request',
			action: 'Create contact',
		},
		delete: {
			...remove,
			name: 'Delete',
			about: 'Remove contacts from a contact list, all items of a list in one request',
			action: 'Delete contact',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the contacts of a contact list',
			action: 'Get many contacts',
		},
	},
};
