import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { get, getAll };

export const description: INodeProperties[] = [
	operationField(
		'reply',
		[
			{
				name: 'Get',
				value: 'get',
				description: 'Get the reply to one SMS',
				action: 'Get reply',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description:
					'Get the replies to a campaign, or all of the account; only new ones if wanted',
				action: 'Get many replies',
			},
		],
		'getAll',
	),
	...get.description,
	...getAll.description,
];
