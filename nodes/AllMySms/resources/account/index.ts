import type { Resource } from '../resource';
import * as get from './get.operation';

export const account: Resource = {
	name: 'Account',
	preferred: 'get',
	operations: {
		get: {
			...get,
			name: 'Get',
			about: 'Get the credits, the balance and the holder of the account',
			action: 'Get account',
		},
	},
};
