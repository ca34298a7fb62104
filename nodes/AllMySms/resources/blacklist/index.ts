import type { INodeProperties } from 'n8n-workflow';

import { operationField } from '../fields';
import type { ResourceOperations } from '../operation';
import * as check from './check.operation';
import * as getAll from './getAll.operation';

export const operations: ResourceOperations = { check, getAll };

export const description: INodeProperties[] = [
	operationField(
		'blacklist',
		[
			{
				name: 'Check',
				value: 'check',
				description: 'Check whether a number asked for no more SMS, for instance by replying STOP',
				action: 'Check number against blacklist',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get the numbers that asked for no more SMS',
				action: 'Get many blacklisted numbers',
			},
		],
		'check',
	),
	...check.description,
	...getAll.description,
];
