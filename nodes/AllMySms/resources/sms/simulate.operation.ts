import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { readSimulateAnswer } from '../../../shared/sending/answers';
import { smsHints } from '../../../shared/sending/hints';
import type { TextContent } from '../../../shared/sending/recipient';
import { smsCall } from '../../../shared/sending/requests';
import {
	planSimulations,
	smsSimulationRow,
	type Estimate,
	type Simulation,
} from '../../../shared/sending/simulations';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { problemOf, type Refusal } from '../../../shared/problem';
import { faultOfAll, recipientsIn } from '../../send/send-items';
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

type Asked = { readonly ok: true; readonly answer: Estimate } | ({ readonly ok: false } & NoAnswer);

async function ask(context: IExecuteFunctions, { batch }: Simulation<TextContent>): Promise<Asked> {
	if (!batch) return { ok: true, answer: { credits: 0, cost: 0, invalidNumbers: [] } };
	const { api, timeoutMs } = batch.message.request;
	const reply = await askProvider(context, smsCall(batch, 'simulate'), timeoutMs);
	if (!reply.ok) return reply;
	const reading = readSimulateAnswer(reply.data, reply.httpStatus, api);
	if (reading.kind === 'counted') return { ok: true, answer: reading };
	if (reading.kind === 'refused') {
		return { ok: false, what: reading.title, remedy: reading.remedy };
	}
	return { ok: false, what: reading.reason, remedy: 'Run the node again later.' };
}

function noAnswerError(
	context: IExecuteFunctions,
	{ itemIndexes, batch }: Simulation,
	{ what, remedy }: NoAnswer,
): NodeApiError {
	const itemIndex = itemIndexes[0] ?? 0;
	const to = batch?.recipients[0]?.to ?? '';
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

	const recipients = recipientsIn(requests);
	for (const message of smsHints(recipients)) {
		this.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
	for (const simulation of planSimulations(recipients)) {
		const asked = await ask(this, simulation);
		if (asked.ok) {
			items.push({
				json: { ...smsSimulationRow(simulation, asked.answer) },
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
