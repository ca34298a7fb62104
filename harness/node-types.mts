import type { ICredentialType, INodeType, INodeTypeDescription, INodeTypes } from 'n8n-workflow';

import type { Core } from './core.mts';
import { helperNodes } from './helper-nodes.mts';

/** Prefix of the pack's node types in workflows. */
export const PACK = 'n8n-nodes-allmysms';

/** What n8n loaded from the pack, and the nodes around it. */
export interface LoadedTypes {
	readonly nodeTypes: INodeTypes;
	readonly credentialType: (name: string) => ICredentialType;
	/** All versions of the pack's nodes, as the editor gets them. */
	readonly descriptions: readonly INodeTypeDescription[];
}

/** The node as n8n offers it to AI agents: the same code, with another connection. */
function asTool(node: INodeType): INodeType {
	const properties = node.description.properties;
	const tool = Object.create(node) as INodeType;
	tool.description = {
		...node.description,
		name: `${node.description.name}Tool`,
		inputs: [],
		outputs: ['ai_tool'],
		properties: [
			{
				displayName: 'Tool Description',
				name: 'descriptionType',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Set Automatically', value: 'auto' },
					{ name: 'Set Manually', value: 'manual' },
				],
				default: 'auto',
			},
			{
				displayName: 'Description',
				name: 'toolDescription',
				type: 'string',
				default: node.description.description,
				displayOptions: { show: { descriptionType: ['manual'] } },
			},
			...properties,
		],
	};
	return tool;
}

/** Loads n8n's own nodes and their credentials, each when it is needed. */
async function loadNodesBase({ core }: Core, folder: string | undefined) {
	if (folder === undefined) return null;
	const loader = new core.LazyPackageDirectoryLoader(folder);
	await loader.loadAll();
	return {
		node: (type: string, version?: number): INodeType | null => {
			const [prefix, name] = type.split('.');
			if (prefix !== 'n8n-nodes-base' || name === undefined) return null;
			const node = loader.getNode(name).type;
			return 'nodeVersions' in node ? node.getNodeType(version) : node;
		},
		credentialType: (name: string): ICredentialType | null =>
			name in loader.known.credentials ? loader.getCredential(name).type : null,
	};
}

/**
 * Loads the built pack from its folder with n8n's own loader.
 *
 * @param nodes more nodes to stand around the pack's own, by the name after `test.`
 */
export async function loadTypes(
	engine: Core,
	folder: string,
	nodesBase?: string,
	nodes: Readonly<Record<string, INodeType>> = {},
): Promise<LoadedTypes> {
	const { core } = engine;
	const base = await loadNodesBase(engine, nodesBase);
	const loader = new core.PackageDirectoryLoader(folder);
	await loader.loadAll();

	const packNode = (name: string): INodeType => {
		const node = loader.getNode(name).type;
		if ('nodeVersions' in node) throw new Error(`${name} has versions the harness does not know`);
		return node;
	};
	const byName = new Map<string, INodeType>();
	for (const [name, node] of Object.entries({ ...helperNodes, ...nodes })) {
		byName.set(`test.${name}`, node);
	}
	for (const name of Object.keys(loader.known.nodes)) {
		const node = packNode(name);
		byName.set(`${PACK}.${name}`, node);
		if (node.description.usableAsTool) byName.set(`${PACK}.${name}Tool`, asTool(node));
	}
	const find = (type: string, version?: number): INodeType => {
		const node = byName.get(type) ?? base?.node(type, version);
		if (!node) throw new Error(`There is no node type ${type}`);
		return node;
	};
	return {
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
		credentialType: (name) => base?.credentialType(name) ?? loader.getCredential(name).type,
		descriptions: loader.types.nodes,
	};
}
