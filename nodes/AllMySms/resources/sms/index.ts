import { SEND_AND_WAIT_OPERATION, type INodeProperties } from 'n8n-workflow';

import type { ResourceOperations } from '../operation';
import * as send from './send.operation';
import * as sendAndWait from './sendAndWait.operation';
import * as simulate from './simulate.operation';

export const operations: ResourceOperations = { send, sendAndWait, simulate };

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
				name: 'Send and Wait for Response',
				value: SEND_AND_WAIT_OPERATION,
				description: 'Ask by SMS and wait until somebody answers',
				action: 'Send SMS and wait for response',
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
	...sendAndWait.description,
	...simulate.description,
];
