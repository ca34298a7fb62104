import type { Resource } from '../resource';
import * as cancel from './delete.operation';
import * as getStatistics from './getStatistics.operation';

export const campaign: Resource = {
	name: 'Campaign',
	preferred: 'getStatistics',
	operations: {
		delete: {
			...cancel,
			name: 'Cancel',
			about: 'Cancel a scheduled campaign before it leaves',
			action: 'Cancel scheduled campaign',
		},
		getStatistics: {
			...getStatistics,
			name: 'Get Statistics',
			about: 'Count what a campaign delivered, what is pending, and the clicks on its links',
			action: 'Get campaign statistics',
		},
	},
};
