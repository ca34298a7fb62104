import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as shorten from './shorten.operation';

export const operations: ResourceOperations = { shorten };

export const description: INodeProperties[] = [
	operationField(
		'link',
		[
			{
				name: 'Shorten',
				value: 'shorten',
				description: 'Make a short link that takes little room in an SMS',
				action: 'Shorten link',
			},
		],
		'shorten',
	),
	...shorten.description,
];
