import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import type { TextContent } from '../../shared/sending/message';
import type { Question } from '../run/ask';
import type { Order } from '../run/fulfil-order';
import type { ItemReader } from '../run/item-reader';
import type { SendOperation } from '../send/sending';
import type { RowOf, RowSpec } from './row-spec';

/** What an item asks the provider for; a key `raw` is added where the user wants it. */
export type Asks<S extends RowSpec> = (
	reader: ItemReader,
) => Result<Question<Omit<RowOf<S>, 'raw'>>>;

/** What an item tells the provider to change. */
export type Tells<S extends RowSpec> = (reader: ItemReader) => Result<Order<RowOf<S>>>;

/** How an operation does its work: what it says of an item, which the run performs, or a way of its own. */
type Work =
	| { readonly asks: (reader: ItemReader) => Result<Question> }
	| { readonly tells: (reader: ItemReader) => Result<Order> }
	| { readonly sends: SendOperation<TextContent> }
	/** Gives the output items with `pairedItem` set; throws only errors of n8n that name the item. */
	| { readonly execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[]> };

/** One operation: its fields, what it gives, and its work. */
export type Operation = Work & {
	readonly description: INodeProperties[];
	/** What each output item holds. */
	readonly output: RowSpec;
};

/** One entry of "Operation". */
type OfferedOperation = Operation & {
	readonly name: string;
	/** What it does, below its name. */
	readonly about: string;
	/** What it is called in the list of all actions. */
	readonly action: string;
};

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
