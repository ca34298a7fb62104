import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { create, delete: remove, getAll };

export const description: INodeProperties[] = [
	operationField(
		'contact',
		[
			{
				name: 'Create',
				value: 'create',
				description: 'Add contacts to a contact list, all items of a list in one request',
				action: 'Create contact',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Remove contacts from a contact list, all items of a list in one request',
				action: 'Delete contact',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get the contacts of a contact list',
				action: 'Get many contacts',
			},
		],
		'create',
	),
	...create.description,
	...remove.description,
	...getAll.description,
];
