import path from 'node:path';

import type { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import { openEngine } from '../../../harness/engine.mts';
import { runExpressionsInVm } from '../../../harness/expressions-in-vm.mts';
import { loadFromSource } from '../../../harness/from-source.mts';
import type { Line } from '../../../harness/lines.mts';
import { requireFrom } from '../../../harness/native.mts';
import { node, startNode, workflowOf, type WorkflowJson } from '../../../harness/workflow.mts';
import type * as ItemParameters from '../../../nodes/AllMySms/run/item-parameters.ts';
import { inWords } from './in-words.mts';
import { itemOf } from './values.mts';

/** Parameters as a workflow stores them, and the items that they are read for. */
export interface Case {
	readonly parameters: readonly unknown[];
	readonly items: readonly IDataObject[];
}

/** For each item each parameter, in words. */
export type Reading = ReadonlyArray<readonly unknown[]>;

/** Reads all cases in one execution. */
export interface Reader {
	readonly read: (cases: readonly Case[], as: 'n8n' | 'pack') => Promise<Reading[]>;
	/** Items that the pack has read in one evaluation with others. */
	readonly atOnce: () => number;
	/** Evaluations of the pack in the last execution. */
	readonly evaluations: () => number;
}

/** The most parameters that a case may have. */
export const MOST_PARAMETERS = 3;
const NAMES = Array.from({ length: MOST_PARAMETERS }, (_, index) => `parameter${index}`);

/** A node type that does what it is told here. */
const nodeType = (
	name: string,
	parameters: readonly string[],
	execute: (context: IExecuteFunctions) => INodeExecutionData[],
): INodeType => ({
	description: {
		name,
		displayName: name,
		group: ['transform'],
		version: 1,
		description: name,
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: parameters.map((each) => ({
			name: each,
			displayName: each,
			type: 'json',
			default: '',
		})),
	},
	async execute(this: IExecuteFunctions) {
		return [execute(this)];
	},
});

/** A value in words, or why there is none. */
function told(read: () => unknown): unknown {
	try {
		return inWords(read());
	} catch (error) {
		// n8n's errors are of another context than a test's.
		return { '(error)': (error as Error).message };
	}
}

/** Reads as other nodes do: n8n evaluates each parameter of each item. */
const readOneByOne = (context: IExecuteFunctions, names: readonly string[]): Reading =>
	context
		.getInputData()
		.map((_, itemIndex) =>
			names.map((name) => told(() => context.getNodeParameter(name, itemIndex, null))),
		);

/** Reads as the pack does. Of the failing parameters of an item only the first is told. */
function readAsPack(
	{ itemParameters }: typeof ItemParameters,
	context: IExecuteFunctions,
	names: readonly string[],
): Reading {
	const parametersOf = itemParameters(context, names);
	return context.getInputData().map((_, itemIndex) => {
		const parameters = parametersOf(itemIndex);
		return names.map((name) => {
			const { failure } = parameters;
			if (failure?.parameter === name) return { '(error)': failure.reason };
			return told(() => parameters.value(name));
		});
	});
}

/** The number in the name of a node. */
const caseIndex = (context: IExecuteFunctions): number =>
	Number(context.getNode().name.split(' ')[1]);

/** The parameters of the reader of a case; `SOURCE` in them is the node before it. */
function parametersOf({ parameters }: Case, index: number): INodeParameters {
	const text = JSON.stringify(parameters).replaceAll('SOURCE', `Source ${index}`);
	const values = JSON.parse(text) as unknown[];
	return Object.fromEntries(values.map((value, place) => [NAMES[place], value])) as INodeParameters;
}

/** Start → Source 0 → Reader 0, Start → Source 1 → Reader 1, … */
const workflowFor = (cases: readonly Case[]): WorkflowJson =>
	workflowOf(
		[
			startNode(),
			...cases.flatMap((each, index) => [
				node(`Source ${index}`, 'test.source'),
				node(`Reader ${index}`, 'test.reader', parametersOf(each, index)),
			]),
		],
		[
			['Start', cases.map((_, index) => `Source ${index}`)],
			...cases.map((_, index) => [`Source ${index}`, [`Reader ${index}`]] as const),
		],
		{ timezone: 'America/New_York' },
	);

/** Opens an engine in which both can read: n8n item by item, and the pack. */
export async function openReader(line: Line, expressions: 'legacy' | 'vm'): Promise<Reader> {
	const file = path.join('nodes', 'AllMySms', 'run', 'item-parameters.ts');
	const pack = loadFromSource(line, file) as typeof ItemParameters;
	const { DateTime: dateTimes } = requireFrom(line.root)('luxon') as { DateTime: typeof DateTime };
	let current: { readonly cases: readonly Case[]; readonly as: 'n8n' | 'pack' };
	let readings: Reading[] = [];
	let atOnce = 0;
	let all = 0;

	const source = nodeType('source', [], (context) =>
		(current.cases[caseIndex(context)]?.items ?? []).map((plan) => ({
			json: itemOf(plan, dateTimes),
			pairedItem: { item: 0 },
		})),
	);
	const reader = nodeType('reader', NAMES, (context) => {
		const index = caseIndex(context);
		const names = NAMES.slice(0, current.cases[index]?.parameters.length);
		let evaluations = 0;
		const counting = Object.create(context, {
			evaluateExpression: {
				value: (expression: string, itemIndex: number) => {
					evaluations++;
					return context.evaluateExpression(expression, itemIndex);
				},
			},
		}) as IExecuteFunctions;
		const reading =
			current.as === 'pack' ? readAsPack(pack, counting, names) : readOneByOne(context, names);
		all += evaluations;
		if (evaluations === 1 && reading.length > 1) atOnce += reading.length;
		readings[index] = reading;
		return [];
	});
	const engine = await openEngine(line, {}, { source, reader });
	if (expressions === 'vm') await runExpressionsInVm(engine);

	return {
		async read(cases, as) {
			current = { cases, as };
			readings = [];
			all = 0;
			const run = await engine.execute(workflowFor(cases));
			if (run.data.resultData.error) throw run.data.resultData.error;
			return readings;
		},
		atOnce: () => atOnce,
		evaluations: () => all,
	};
}
