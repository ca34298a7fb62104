import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { get, getAll };

export const description: INodeProperties[] = [
	operationField(
		'deliveryReport',
		[
			{
				name: 'Get',
				value: 'get',
				description: 'Get the delivery report of one SMS: whether it reached the phone',
				action: 'Get delivery report',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get the delivery reports of all SMS of a campaign',
				action: 'Get many delivery reports',
			},
		],
		'get',
	),
	...get.description,
	...getAll.description,
];
