import type { Resource } from '../resource';
import * as shorten from './shorten.operation';

export const link: Resource = {
	name: 'Link',
	preferred: 'shorten',
	operations: {
		shorten: {
			...shorten,
			name: 'Shorten',
			about: 'Make a short link that takes little room in an SMS',
			action: 'Shorten link',
		},
	},
};
