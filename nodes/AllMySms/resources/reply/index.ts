import type { Resource } from '../resource';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const reply: Resource = {
	name: 'Reply',
	preferred: 'getAll',
	operations: {
		get: {
			...get,
			name: 'Get',
			about: 'Get the reply to one SMS',
			action: 'Get reply',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the replies to a campaign, or all of the account; only new ones if wanted',
			action: 'Get many replies',
		},
	},
};
