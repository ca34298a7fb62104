import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { RowSpec } from './row-spec';

/** The work of one operation: its fields, what it gives, and what it does with all items of a run. */
export interface Operation {
	readonly description: INodeProperties[];
	/** What each output item holds. */
	readonly output: RowSpec;
	/** Gives the output items with `pairedItem` set; throws only errors of n8n that name the item. */
	readonly execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;
}

/** One entry of "Operation". */
export interface OfferedOperation extends Operation {
	readonly name: string;
	/** What it does, below its name. */
	readonly about: string;
	/** What it is called in the list of all actions. */
	readonly action: string;
}

/** One entry of "Resource". */
export interface Resource {
	readonly name: string;
	/** The operation that is chosen at first. */
	readonly preferred: string;
	/** By the value that workflows store, in the order of the editor. */
	readonly operations: Readonly<Record<string, OfferedOperation>>;
}

/** "Operation" of a resource, then the fields of each. */
export const resourceFields = (
	value: string,
	{ preferred, operations }: Resource,
): INodeProperties[] => [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: Object.entries(operations).map(([operation, { name, about, action }]) => ({
			name,
			value: operation,
			description: about,
			action,
		})),
		default: preferred,
	},
	...Object.values(operations).flatMap(({ description }) => description),
];
