import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as send from './send.operation';

export const operations: ResourceOperations = { send };

export const description: INodeProperties[] = [
	operationField(
		'voiceMessage',
		[
			{
				name: 'Send',
				value: 'send',
				description: 'Leave a sound file on the voicemail of one or many numbers, without a ring',
				action: 'Send voice message',
			},
		],
		'send',
	),
	...send.description,
];
