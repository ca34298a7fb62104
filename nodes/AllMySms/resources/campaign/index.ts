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
				name: 'Delete',
				value: 'delete',
				description: 'Cancel a scheduled campaign before it leaves',
				action: 'Delete a campaign',
			},
			{
				name: 'Get Statistics',
				value: 'getStatistics',
				description:
					'Count what a campaign delivered, what is pending, and the clicks on its links',
				action: 'Get statistics of a campaign',
			},
		],
		'getStatistics',
	),
	...cancel.description,
	...getStatistics.description,
];
