import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

const describe = (
	name: string,
	outputs: INodeTypeDescription['outputs'] = ['main'],
	inputs: INodeTypeDescription['inputs'] = ['main'],
	parameter?: string,
): INodeTypeDescription => ({
	name,
	displayName: name,
	group: ['transform'],
	version: 1,
	description: name,
	defaults: { name },
	inputs,
	outputs,
	// n8n drops parameters that a node does not declare.
	properties:
		parameter === undefined
			? []
			: [{ name: parameter, displayName: parameter, type: 'json', default: '' }],
});

/** Gives what it gets: where a workflow starts, and where branches end. */
class PassOn implements INodeType {
	description = describe('passOn');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Adds the fields of its parameter `fields` to every item, as n8n's Edit Fields does. */
class EditFields implements INodeType {
	description = describe('editFields', ['main'], ['main'], 'fields');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const edited = this.getInputData().map((item, index): INodeExecutionData => {
			const fields = this.getNodeParameter('fields', index) as INodeExecutionData['json'];
			return { json: { ...item.json, ...fields }, pairedItem: { item: index } };
		});
		return [edited];
	}
}

/** Keeps the items whose field `keep` is true: later nodes see other item indexes than earlier ones. */
class Filter implements INodeType {
	description = describe('filter');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const kept = this.getInputData().flatMap((item, index): INodeExecutionData[] =>
			item.json.keep === true ? [{ json: item.json, pairedItem: { item: index } }] : [],
		);
		return [kept];
	}
}

/** n8n's Loop Over Items: gives the items one by one on its second output, then all on its first. */
class LoopOverItems implements INodeType {
	description = describe('loopOverItems', ['main', 'main']);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const state = this.getContext('node') as {
			open?: INodeExecutionData[];
			done?: INodeExecutionData[];
		};
		const input = this.getInputData();
		if (state.open) state.done = [...(state.done ?? []), ...input];
		else state.open = [...input];
		const next = state.open.shift();
		return next ? [[], [next]] : [state.done ?? [], []];
	}
}

/** Runs the workflow of its parameter `workflow` with its items, as n8n's Execute Sub-workflow does. */
class ExecuteWorkflow implements INodeType {
	description = describe('executeWorkflow', ['main'], ['main'], 'workflow');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const code = this.getNodeParameter('workflow', 0) as never;
		const result = await this.executeWorkflow({ code }, this.getInputData());
		return result.data.map((items) => items ?? []);
	}
}

interface Tool {
	readonly name: string;
	readonly description: string;
	invoke(input: unknown): Promise<unknown>;
}

/** An AI agent whose model always makes the calls of its parameter `calls`, in turn. */
class Agent implements INodeType {
	description = describe('agent', ['main'], ['main', { type: 'ai_tool' }], 'calls');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const tools = (await this.getInputConnectionData('ai_tool', 0)) as Tool[];
		const calls = this.getNodeParameter('calls', 0) as unknown[];
		const answers: INodeExecutionData[] = [];
		for (const call of calls) {
			const [tool] = tools;
			if (!tool) throw new Error('No tool is connected');
			const { name, description } = tool;
			answers.push({ json: { name, description, answer: String(await tool.invoke(call)) } });
		}
		return [answers];
	}
}

/** Nodes that stand around the pack's own in test workflows, by the name after `test.`. */
export const helperNodes: Readonly<Record<string, INodeType>> = {
	passOn: new PassOn(),
	editFields: new EditFields(),
	filter: new Filter(),
	loopOverItems: new LoopOverItems(),
	executeWorkflow: new ExecuteWorkflow(),
	agent: new Agent(),
};
