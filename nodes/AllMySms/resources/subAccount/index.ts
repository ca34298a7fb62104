import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as adjustCredits from './adjustCredits.operation';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export const operations: ResourceOperations = {
	adjustCredits,
	create,
	delete: remove,
	getAll,
	update,
};

export const description: INodeProperties[] = [
	operationField(
		'subAccount',
		[
			{
				name: 'Adjust Credits',
				value: 'adjustCredits',
				description: 'Give a sub-account credits, or take them back',
				action: 'Adjust sub-account credits',
			},
			{
				name: 'Create',
				value: 'create',
				description: 'Create a sub-account with a login of its own',
				action: 'Create sub-account',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a sub-account permanently',
				action: 'Delete sub-account',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get the sub-accounts with their holders and credits',
				action: 'Get many sub-accounts',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change the holder, the address or the billing of a sub-account',
				action: 'Update sub-account',
			},
		],
		'getAll',
	),
	...adjustCredits.description,
	...create.description,
	...remove.description,
	...getAll.description,
	...update.description,
];
