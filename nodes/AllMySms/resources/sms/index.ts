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
				action: 'Send SMS',
			},
			{
				name: 'Estimate Cost',
				value: 'simulate',
				description: 'Count the SMS, the credits and the invalid numbers; nothing is sent',
				action: 'Estimate cost of SMS',
			},
		],
		default: 'send',
	},
	...send.description,
	...simulate.description,
];
