import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { RowSpec } from './row-spec';

/** One entry of "Operation": its fields, what it gives, and its work on all items of a run. */
export interface Operation {
	readonly description: INodeProperties[];
	/** What each output item holds. */
	readonly output: RowSpec;
	/** Gives the output items with `pairedItem` set; throws only errors of n8n that name the item. */
	readonly execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;
}

/** The operations of one resource by the value that workflows store. */
export type ResourceOperations = Readonly<Record<string, Operation>>;
