import type { Resource } from '../resource';
import * as adjustCredits from './adjustCredits.operation';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export const subAccount: Resource = {
	name: 'Sub-Account',
	preferred: 'getAll',
	operations: {
		adjustCredits: {
			...adjustCredits,
			name: 'Adjust Credits',
			about: 'Give a sub-account credits, or take them back',
			action: 'Adjust sub-account credits',
		},
		create: {
			...create,
			name: 'Create',
			about: 'Create a sub-account with a login of its own',
			action: 'Create sub-account',
		},
		delete: {
			...remove,
			name: 'Delete',
			about: 'Delete a sub-account permanently',
			action: 'Delete sub-account',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the sub-accounts with their holders and credits',
			action: 'Get many sub-accounts',
		},
		update: {
			...update,
			name: 'Update',
			about: 'Change the holder, the address or the billing of a sub-account',
			action: 'Update sub-account',
		},
	},
};
