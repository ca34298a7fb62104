import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { askForEachItem } from '../run/ask';
import { tellForEachItem } from '../run/fulfil-order';
import { sendForEachItem } from '../send/send-items';
import * as registry from './registry';
import { resourceFields, type Operation, type Resource } from './resource';

/** The resources by the value that workflows store, in the order of their names. */
export const resources: Readonly<Record<string, Resource>> = Object.fromEntries(
	Object.entries(registry).sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)),
);

/** "Resource", then the operations and fields of each. */
export const description: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(resources).map(([value, { name }]) => ({ name, value })),
		default: 'sms',
	},
	...Object.entries(resources).flatMap(([value, resource]) => resourceFields(value, resource)),
];

/** What each operation does, by `<resource> <operation>`. */
const actions = Object.fromEntries(
	Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([operation, { action }]) => [
			`${resource} ${operation}`,
			action,
		]),
	),
);

/** What the canvas says under the name of the node: "Get delivery report". */
export const subtitle = `={{ (${JSON.stringify(actions)})[$parameter["resource"] + " " + $parameter["operation"]] }}`;

/** The operation that a workflow names, or undefined where this version has none of that name. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources[resource]?.operations[operation];
}

/**
 * Does the work of an operation for all items of a run.
 *
 * @returns the output items with `pairedItem` set
 * @throws only errors of n8n that name the item
 */
export async function perform(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const { description: fields } = operation;
	if ('asks' in operation) return await askForEachItem(context, fields, operation.asks);
	if ('tells' in operation) return await tellForEachItem(context, fields, operation.tells);
	if ('sends' in operation) return await sendForEachItem(context, fields, operation.sends);
	return await operation.execute.call(context);
}
