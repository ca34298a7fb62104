import type { INodeProperties } from 'n8n-workflow';

import type { ResourceOperations } from '../operation';
import * as send from './send.operation';
import * as simulate from './simulate.operation';

export const operations: ResourceOperations = { send, simulate };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['sms'] } },
		options: [
			{
				name: 'Send',
				value: 'send',
				description: 'Send an SMS to one or many numbers, now or later',
				action: 'Send an SMS',
			},
			{
				name: 'Simulate',
				value: 'simulate',
				description: 'Count segments, credits and invalid numbers without sending anything',
				action: 'Simulate sending an SMS',
			},
		],
		default: 'send',
	},
	...send.description,
	...simulate.description,
];
