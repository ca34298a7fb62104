import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { firstNumber, tellingFields } from '../../../shared/vocabulary/fields';
import { readSimulateAnswer } from '../../../shared/sending/simulate-answer';
import { planSimulations, type PlannedSimulation } from '../../../shared/sending/simulations';
import { voiceSimulationItem } from '../../../shared/sending/voice-item';
import type { RecipientLine } from '../../../shared/sending/planned-sms';
import { voiceCall } from '../../../shared/sending/voice-call';
import { failureError, failureItem, providerFailure, type Result } from '../../run/failure';
import { askProvider } from '../../run/ask-provider';

interface Estimate {
	readonly cost: number | null;
	readonly invalidNumbers: readonly string[];
}

async function ask(
	context: IExecuteFunctions,
	{ batch, draft }: PlannedSimulation,
): Promise<Result<Estimate>> {
	if (!batch) return { ok: true, value: { cost: 0, invalidNumbers: [] } };
	const failed = (what: string, remedy: string): Result<never> =>
		providerFailure(
			`The voice message to ${batch.members[0]?.to ?? ''} could not be simulated: ${what}`,
			`${remedy} Nothing was sent.`,
		);
	const { timeoutMs } = draft.request;
	const reply = await askProvider(context, voiceCall(batch, 'simulate'), timeoutMs);
	if (!reply.ok) return failed(reply.what, reply.remedy);
	const reading = readSimulateAnswer(reply.data, reply.httpStatus, 'rest');
	if (reading.kind === 'refused') return failed(reading.title, reading.remedy);
	if (reading.kind === 'unreadable') return failed(reading.reason, 'Run the node again later.');
	const fields = tellingFields(reply.data);
	const cost = fields === null ? null : firstNumber(fields, 'cost');
	return { ok: true, value: { cost, invalidNumbers: reading.invalidNumbers } };
}

/** Asks what voice messages would cost; sends nothing. One output item per campaign. */
export async function simulateVoice(
	context: IExecuteFunctions,
	lines: readonly RecipientLine[],
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const simulation of planSimulations(lines)) {
		const { itemIndexes } = simulation;
		const answer = await ask(context, simulation);
		if (answer.ok) {
			items.push({
				json: voiceSimulationItem(simulation, answer.value),
				pairedItem: itemIndexes.map((item) => ({ item })),
			});
		} else if (context.continueOnFail()) {
			items.push(failureItem(itemIndexes, answer.failure));
		} else {
			throw failureError(context, itemIndexes[0] ?? 0, answer.failure);
		}
	}
	return items;
}
