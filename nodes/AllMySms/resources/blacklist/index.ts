import type { Resource } from '../resource';
import * as check from './check.operation';
import * as getAll from './getAll.operation';

export const blacklist: Resource = {
	name: 'Blacklist',
	preferred: 'check',
	operations: {
		check: {
			...check,
			name: 'Check',
			about: 'Check whether a number asked for no more SMS, for instance by replying STOP',
			action: 'Check number against blacklist',
		},
		getAll: {
			...getAll,
			name: 'Get Many',
			about: 'Get the numbers that asked for no more SMS',
			action: 'Get many blacklisted numbers',
		},
	},
};
