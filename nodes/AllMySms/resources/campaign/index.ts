import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as cancel from './delete.operation';
import * as getStatistics from './getStatistics.operation';

export const operations: ResourceOperations = { delete: cancel, getStatistics };

export const description: INodeProperties[] = [
	operationField(
		'campaign',
		[
			{
				name: 'Cancel',
				value: 'delete',
				description: 'Cancel a scheduled campaign before it leaves',
				action: 'Cancel scheduled campaign',
			},
			{
				name: 'Get Statistics',
				value: 'getStatistics',
				description:
					'Count what a campaign delivered, what is pending, and the clicks on its links',
				action: 'Get campaign statistics',
			},
		],
		'getStatistics',
	),
	...cancel.description,
	...getStatistics.description,
];
