import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { create, delete: remove, getAll };

export const description: INodeProperties[] = [
	operationField(
		'contactList',
		[
			{
				name: 'Create',
				value: 'create',
				description: 'Create an empty contact list',
				action: 'Create contact list',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a contact list with all its contacts',
				action: 'Delete contact list',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get the names and sizes of the contact lists',
				action: 'Get many contact lists',
			},
		],
		'getAll',
	),
	...create.description,
	...remove.description,
	...getAll.description,
];
