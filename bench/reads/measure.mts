/** Measures in a process of its own how a node reads the receipts of a campaign; its order is a {@link ReadOrder}. */
import {
	endNode,
	node,
	startNode,
	workflowOf,
	type WorkflowJson,
} from '../../harness/workflow.mts';
import { PACK } from '../../harness/node-types.mts';
import { answerWith, givenOrder } from '../../harness/child-program.mts';
import { openMeasured } from '../measuring/engines.mts';
import { watchMemory } from '../measuring/memory.mts';
import type { ReadOrder, ReadTaken } from './section.mts';

const order = givenOrder() as ReadOrder & { readonly origin: string };
const { rows, origin, contender } = order;
const credential = { login: 'bench', apiKey: 'bench-key', baseUrl: origin };
const engine = await openMeasured(order.engine, credential);

const ours = (count: number) => [
	node('Measured', `${PACK}.allMySms`, {
		resource: 'deliveryReport',
		operation: 'getAll',
		campaignId: `bench-${count}`,
		returnAll: true,
	}),
];

/** The rows as AllMySMS gives them: neither numbers nor dates nor codes are read. */
const httpRequest = (count: number) => [
	{
		...node(
			'Measured',
			'n8n-nodes-base.httpRequest',
			{
				method: 'POST',
				url: `${origin}/http/9.0/getAcks/`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'allMySmsApi',
				sendBody: true,
				contentType: 'form-urlencoded',
				bodyParameters: { parameters: [{ name: 'campId', value: `bench-${count}` }] },
				options: { response: { response: { responseFormat: 'json' } } },
			},
			{ typeVersion: 4.2 },
		),
		credentials: { allMySmsApi: { id: '1', name: 'AllMySMS account' } },
	},
	node('Split', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'acks', options: {} }),
];

function workflow(count: number): WorkflowJson {
	const nodes = contender === 'allMySms' ? ours(count) : httpRequest(count);
	const all = [startNode(), ...nodes, endNode('Done')];
	const wires = all.slice(1).map(({ name }, index) => [all[index]?.name ?? '', [name]] as const);
	return workflowOf(all, wires);
}

async function take(count: number): Promise<ReadTaken> {
	globalThis.gc?.();
	let taken: ReadTaken = { ms: 0, extraMb: 0 };
	let end = (): void => undefined;
	const run = await engine.execute(workflow(count), {
		watch: {
			before: (name) => {
				if (name === 'Done') end();
				if (name !== 'Measured') return;
				const memory = watchMemory('self');
				const time = performance.now();
				end = () => {
					const ms = performance.now() - time;
					taken = { ms, extraMb: memory.peakMb() - memory.beforeMb };
				};
			},
			after: () => undefined,
		},
	});
	const { error, runData } = run.data.resultData;
	if (error) throw new Error(error.message);
	const items = runData.Done?.[0]?.data?.main?.[0] ?? [];
	const phones = new Set(items.map(({ json }) => json.phoneNumber));
	if (items.length !== count || phones.size !== count) {
		throw new Error(`${contender} gave ${items.length} of ${count} rows`);
	}
	return taken;
}

await take(100);
answerWith(await take(rows));
