import type { Resource } from '../resource';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export const contactList: Resource = {
	name: 'Contact List',
	preferred: 'getAll',
	operations: {
		create: {
			...create,
			name: 'Create',
			about: 'Create an empty contact list',
			action: 'Create contact list',
		},
		delete: {
			...remove,
			name: 'Delete',
			about: 'Delete a contact list with all its contacts',
			action: 'Delete contact list',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the names and sizes of the contact lists',
			action: 'Get many contact lists',
		},
	},
};
