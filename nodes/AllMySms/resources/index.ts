import type { INodeProperties } from 'n8n-workflow';

import * as account from './account';
import type { Operation, ResourceOperations } from './operation';
import * as sms from './sms';

const resources: Readonly<Record<string, { readonly operations: ResourceOperations }>> = {
	account,
	sms,
};

/** "Resource", then the operations and fields of each. */
export const description: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Account', value: 'account' },
			{ name: 'SMS', value: 'sms' },
		],
		default: 'sms',
	},
	...sms.description,
	...account.description,
];

/** The operation that a workflow names, or undefined where this version has none of that name. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources[resource]?.operations[operation];
}
