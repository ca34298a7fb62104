import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { readSimulateAnswer } from '../../../shared/sending/simulate-answer';
import { planSimulations, type PlannedSimulation } from '../../../shared/sending/simulations';
import { smsHints } from '../../../shared/sending/sms-hints';
import { simulationItem, type SimulationAnswer } from '../../../shared/sending/simulation-item';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { batchCall } from '../../../shared/sending/batch-call';
import { problemOf, type Refusal } from '../../../shared/problem';
import { faultOfAll } from '../../send/send-items';
import { errorItem, refusalError, refusalItem } from '../../run/failure';
import { inItemOrder } from '../../run/for-each-item';
import { askProvider } from '../../run/ask-provider';
import { readSmsItems } from './read-items';
import { smsFields } from './sms-fields';
import { simulated } from './rows';

export const description = smsFields('simulate');

export const output = simulated;

/** Why a campaign could not be simulated, in words for the user. */
interface NoAnswer {
	readonly what: string;
	readonly remedy: string;
}

type Asked =
	| { readonly ok: true; readonly answer: SimulationAnswer }
	| ({ readonly ok: false } & NoAnswer);

async function ask(context: IExecuteFunctions, { batch }: PlannedSimulation): Promise<Asked> {
	if (!batch) return { ok: true, answer: { credits: 0, invalidNumbers: [] } };
	const reply = await askProvider(context, batchCall(batch, 'simulate'), batch.request.timeoutMs);
	if (!reply.ok) return reply;
	const reading = readSimulateAnswer(reply.data, reply.httpStatus, batch.request.api);
	if (reading.kind === 'counted') return { ok: true, answer: reading };
	if (reading.kind === 'refused') {
		return { ok: false, what: reading.title, remedy: reading.remedy };
	}
	return { ok: false, what: reading.reason, remedy: 'Run the node again later.' };
}

function noAnswerError(
	context: IExecuteFunctions,
	{ itemIndexes, batch }: PlannedSimulation,
	{ what, remedy }: NoAnswer,
): NodeApiError {
	const itemIndex = itemIndexes[0] ?? 0;
	const to = batch?.members[0]?.to ?? '';
	const message = `The SMS to ${to} could not be simulated [item ${itemIndex}]: ${what}`;
	return new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description: `${remedy} Nothing was sent.`, itemIndex },
	);
}

/** Rows that `send` would reject are in no campaign. */
function addLeftOutHint(
	context: IExecuteFunctions,
	refused: ReadonlyArray<{ readonly itemIndex: number; readonly refusal: Refusal }>,
): void {
	const [first] = refused;
	if (!first) return;
	const { what, remedy } = problemOf(first.refusal);
	const others = refused.length > 1 ? `, and ${refused.length - 1} more` : '';
	context.addExecutionHints({
		message: `Left out, as Send would reject it: ${what} [item ${first.itemIndex}]${others}. ${remedy}`,
		type: 'warning',
		location: 'outputPane',
	});
}

/** Asks what the SMS of all items would cost; sends nothing. One output item per campaign. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const errorsAsItems = this.continueOnFail();
	const address = await readProviderAddress(this);
	if (!address.ok) {
		if (!errorsAsItems) throw refusalError(this, 0, address.refusal);
		return this.getInputData().map((_, itemIndex) => refusalItem(itemIndex, address.refusal));
	}
	const { requests } = readSmsItems(this);
	const fault = errorsAsItems ? null : faultOfAll(this, requests);
	if (fault) throw fault;
	const refused = requests.flatMap((request, itemIndex) =>
		request.kind === 'refused' ? [{ itemIndex, refusal: request.refusal }] : [],
	);
	const items = errorsAsItems
		? refused.map(({ itemIndex, refusal }) => refusalItem(itemIndex, refusal))
		: [];
	if (!errorsAsItems) addLeftOutHint(this, refused);

	const lines = requests.flatMap((request) => (request.kind === 'lines' ? request.lines : []));
	for (const message of smsHints(lines)) {
		this.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
	for (const simulation of planSimulations(lines)) {
		const asked = await ask(this, simulation);
		if (asked.ok) {
			items.push({
				json: { ...simulationItem(simulation, asked.answer) },
				pairedItem: simulation.itemIndexes.map((item) => ({ item })),
			});
		} else if (errorsAsItems) {
			items.push(errorItem(simulation.itemIndexes, asked.what, asked.remedy));
		} else {
			throw noAnswerError(this, simulation, asked);
		}
	}
	return inItemOrder(items);
}
