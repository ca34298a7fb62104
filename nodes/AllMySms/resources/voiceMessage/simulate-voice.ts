import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Recipient, SoundContent } from '../../../shared/sending/recipient';
import { voiceCall } from '../../../shared/sending/requests';
import {
	planSimulations,
	readSimulateAnswer,
	voiceSimulationRow,
	type Estimate,
	type Simulation,
} from '../../../shared/sending/simulations';
import type { Result } from '../../../shared/problem';
import { problemError, problemItem, providerFailure } from '../../run/problem-output';
import { askProvider } from '../../run/ask';

async function ask(
	context: IExecuteFunctions,
	{ batch }: Simulation<SoundContent>,
): Promise<Result<Estimate>> {
	if (!batch) return { ok: true, value: { credits: 0, cost: 0, invalidNumbers: [] } };
	const failed = (what: string, remedy: string): Result<never> =>
		providerFailure(
			`The voice message to ${batch.recipients[0]?.to ?? ''} could not be simulated: ${what}`,
			`${remedy} Nothing was sent.`,
		);
	const { timeoutMs } = batch.message.request;
	const reply = await askProvider(context, voiceCall(batch, 'simulate'), timeoutMs);
	if (!reply.ok) return failed(reply.problem.what, reply.problem.remedy);
	const reading = readSimulateAnswer(reply.value.data, reply.value.httpStatus, 'rest');
	if (reading.kind === 'refused') return failed(reading.problem.what, reading.problem.remedy);
	if (reading.kind === 'unreadable') return failed(reading.reason, 'Run the node again later.');
	return { ok: true, value: reading };
}

/** Asks what voice messages would cost; sends nothing. One output item per campaign. */
export async function simulateVoice(
	context: IExecuteFunctions,
	recipients: ReadonlyArray<Recipient<SoundContent>>,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const simulation of planSimulations(recipients)) {
		const { itemIndexes } = simulation;
		const answer = await ask(context, simulation);
		if (answer.ok) {
			items.push({
				json: voiceSimulationRow(simulation, answer.value),
				pairedItem: itemIndexes.map((item) => ({ item })),
			});
		} else if (context.continueOnFail()) {
			items.push(problemItem(itemIndexes, answer.problem));
		} else {
			throw problemError(context, itemIndexes[0] ?? 0, answer.problem);
		}
	}
	return items;
}
