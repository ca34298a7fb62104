/** A value in saved workflows, and the name that a person reads for it. */
export interface Choice {
	readonly name: string;
	readonly value: string;
}

interface Property {
	readonly name: string;
	readonly displayName: string;
	readonly options?: readonly Choice[];
	readonly displayOptions?: { readonly show?: { readonly resource?: readonly string[] } };
}

/** A node type as n8n serves it to its editor, as far as tests read it. */
export interface NodeDescription {
	readonly name: string;
	readonly properties: readonly Property[];
}

/** n8n adds this entry to every list itself: it leads to the HTTP Request node. */
const customCall = '__CUSTOM_API_CALL__';

const ours = (choices: readonly Choice[] = []): readonly Choice[] =>
	choices.filter(({ value }) => value !== customCall);

/** The resources of a node. */
export const resourcesOf = ({ properties }: NodeDescription): readonly Choice[] =>
	ours(properties.find(({ name }) => name === 'resource')?.options);

/** The operations of one resource. */
export const operationsOf = (
	{ properties }: NodeDescription,
	resource: string,
): readonly Choice[] =>
	ours(
		properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		)?.options,
	);
