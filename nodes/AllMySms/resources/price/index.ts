import type { Resource } from '../resource';
import * as getAll from './getAll.operation';

export const price: Resource = {
	name: 'Price',
	preferred: 'getAll',
	operations: {
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get what an SMS and other messages cost in each country, in euro',
			action: 'Get many prices',
		},
	},
};
