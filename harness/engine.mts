import { randomInt } from 'node:crypto';

import type {
	IDataObject,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
	IRun,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
	Workflow,
} from 'n8n-workflow';

import { openCore, type Core } from './core.mts';
import { credentialsHelper, type CredentialValues } from './credentials.mts';
import { readRun, type EngineRun } from './engine-run.mts';
import type { Line } from './lines.mts';
import { asStored } from './native.mts';
import { loadTypes, type LoadedTypes } from './node-types.mts';
import { installPack } from './pack.mts';
import type { RunOptions, Started } from './run-options.mts';
import { actionWorkflow, type NodeSettings, type WorkflowJson } from './workflow.mts';

/** The real engine of one line with the built pack in it. */
export interface Engine extends Core {
	readonly line: Line;
	/** Descriptions of the pack's nodes, as the editor gets them. */
	readonly descriptions: readonly INodeTypeDescription[];
	/** The values of the one credential that all nodes use; may be changed between runs. */
	credential: CredentialValues;
	/** Runs a workflow to its end; the first of its nodes is where it starts. */
	run(workflow: WorkflowJson, options?: RunOptions): Promise<EngineRun>;
	start(workflow: WorkflowJson, options?: RunOptions): Started;
	/** Runs a workflow and gives what n8n has at its end as it is; nothing is copied. */
	execute(workflow: WorkflowJson, options?: RunOptions): Promise<IRun>;
	/** Runs the action node between "Start" and "Done", or "Failed" for its error output. */
	runAction(
		parameters: INodeParameters,
		options?: RunOptions & { settings?: NodeSettings; workflowSettings?: IWorkflowSettings },
	): Promise<EngineRun>;
	/** The workflow as the engine holds it. */
	open(workflow: WorkflowJson): Workflow;
	/** What nodes get besides the workflow. */
	additionalData(executionId: string): IWorkflowExecuteAdditionalData;
}

const BASE = 'https://n8n.example.com';

function newExecutionId(): string {
	return String(randomInt(1, 2 ** 40));
}

class LineEngine implements Engine {
	readonly core;
	readonly workflow;
	readonly parseIncomingMessage;
	readonly log;
	readonly deduplication;
	readonly descriptions;

	constructor(
		readonly line: Line,
		private readonly parts: Core,
		private readonly types: LoadedTypes,
		public credential: CredentialValues,
	) {
		this.core = parts.core;
		this.workflow = parts.workflow;
		this.parseIncomingMessage = parts.parseIncomingMessage;
		this.log = parts.log;
		this.deduplication = parts.deduplication;
		this.descriptions = types.descriptions;
	}

	open(json: WorkflowJson): Workflow {
		const stored = asStored(json);
		return new this.workflow.Workflow({
			...stored,
			active: true,
			nodeTypes: this.types.nodeTypes,
		});
	}

	additionalData(executionId: string): IWorkflowExecuteAdditionalData {
		const data: Partial<IWorkflowExecuteAdditionalData> = {
			credentialsHelper: credentialsHelper(
				this.parts,
				this.types.credentialType,
				() => this.credential,
			),
			executionId,
			restApiUrl: `${BASE}/rest`,
			instanceBaseUrl: `${BASE}/`,
			formWaitingBaseUrl: `${BASE}/form-waiting`,
			webhookBaseUrl: `${BASE}/webhook`,
			webhookWaitingBaseUrl: `${BASE}/webhook-waiting`,
			webhookTestBaseUrl: `${BASE}/webhook-test`,
			variables: {},
			currentNodeExecutionIndex: 0,
			setExecutionStatus: () => undefined,
			logAiEvent: () => undefined,
			executeWorkflow: async (info, _, { inputData }) => {
				if (!info.code) throw new Error('Only workflows given as a whole can be called');
				const called = info.code as unknown as WorkflowJson;
				const id = newExecutionId();
				const run = await this.begin(called, id, inputData ?? [], { mode: 'integrated' }).finished;
				const last = run.data.resultData.lastNodeExecuted ?? '';
				const main = run.data.resultData.runData[last]?.at(-1)?.data?.main ?? [];
				if (run.data.resultData.error) throw run.data.resultData.error;
				return { executionId: id, data: main };
			},
		};
		// What is left out belongs to features (forms, agents, task runners) that no test workflow has.
		return data as IWorkflowExecuteAdditionalData;
	}

	private begin(
		json: WorkflowJson,
		executionId: string,
		items: ReadonlyArray<{ json: IDataObject }>,
		{ mode = 'trigger', from, watch }: Pick<RunOptions, 'mode' | 'from' | 'watch'>,
	): { finished: Promise<IRun>; cancel: () => void; staticData: () => IDataObject } {
		const workflow = this.open(json);
		const first = from === undefined ? Object.values(workflow.nodes)[0] : workflow.getNode(from);
		if (!first) throw new Error('The workflow has no node to start from');
		const additionalData = this.additionalData(executionId);
		additionalData.hooks = new this.core.ExecutionLifecycleHooks(mode, executionId, {
			...asStored({ ...json, active: true, isArchived: false }),
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
		});
		if (watch) {
			additionalData.hooks.addHandler('nodeExecuteBefore', (name) => watch.before(name));
			additionalData.hooks.addHandler('nodeExecuteAfter', (name) => watch.after(name));
		}
		const data = this.workflow.createRunExecutionData({
			startData: {},
			resultData: { runData: {} },
			executionData: {
				nodeExecutionStack: [{ node: first, data: { main: [asStored([...items])] }, source: null }],
			},
		});
		const execution = new this.core.WorkflowExecute(additionalData, mode, data);
		const finished = execution.processRunExecutionData(workflow);
		const staticData = () => asStored(workflow.staticData);
		return { finished, cancel: () => finished.cancel(), staticData };
	}

	private beginWith(json: WorkflowJson, executionId: string, options: RunOptions) {
		const items = (options.items ?? [{}]).map((item) => ({ json: item }));
		return this.begin(json, executionId, items, options);
	}

	async execute(json: WorkflowJson, options: RunOptions = {}): Promise<IRun> {
		const executionId = options.executionId ?? newExecutionId();
		return await this.beginWith(json, executionId, options).finished;
	}

	start(json: WorkflowJson, options: RunOptions = {}): Started {
		const executionId = options.executionId ?? newExecutionId();
		const { finished, cancel, staticData } = this.beginWith(json, executionId, options);
		return { finished: finished.then((run) => readRun(executionId, run, staticData())), cancel };
	}

	async run(json: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		return await this.start(json, options).finished;
	}

	async runAction(
		parameters: INodeParameters,
		options: Parameters<Engine['runAction']>[1] = {},
	): Promise<EngineRun> {
		const { settings, workflowSettings, ...rest } = options;
		return await this.run(actionWorkflow(parameters, settings, workflowSettings), rest);
	}
}

/**
 * Opens the engine of a line with the built pack.
 *
 * @param credential values of the AllMySMS credential, for instance `{ login, apiKey, baseUrl }`
 * @param nodes more node types for its workflows, by the name after `test.`
 */
export async function openEngine(
	line: Line,
	credential: CredentialValues,
	nodes?: Readonly<Record<string, INodeType>>,
): Promise<Engine> {
	const core = openCore(line);
	core.deduplication.clear();
	core.log.take();
	const types = await loadTypes(core, installPack(line), line.nodesBase, nodes);
	return new LineEngine(line, core, types, credential);
}
