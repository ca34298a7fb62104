import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { getAll };

export const description: INodeProperties[] = [
	operationField(
		'price',
		[
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get what an SMS and other messages cost in each country, in euro',
				action: 'Get many prices',
			},
		],
		'getAll',
	),
	...getAll.description,
];
