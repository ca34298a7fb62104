import type { Resource } from '../resource';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const deliveryReport: Resource = {
	name: 'Delivery Report',
	preferred: 'get',
	operations: {
		get: {
			...get,
			name: 'Get',
			about: 'Get the delivery report of one SMS: whether it reached the phone',
			action: 'Get delivery report',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the delivery reports of all SMS of a campaign',
			action: 'Get many delivery reports',
		},
	},
};
