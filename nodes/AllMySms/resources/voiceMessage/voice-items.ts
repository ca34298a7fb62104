import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Result } from '../../../shared/problem';
import { isVoiceOption } from '../../../shared/sending/option-table';
import { readVoice } from '../../../shared/sending/read-voice';
import type { Recipient, SoundContent } from '../../../shared/sending/recipient';
import { voiceCall } from '../../../shared/sending/requests';
import {
	type Estimate,
	readSimulateAnswer,
	type Simulation,
	voiceSimulationRow,
} from '../../../shared/sending/simulations';
import { asFields } from '../../../shared/values';
import { askProvider } from '../../run/ask';
import { priceList } from '../../run/ask-costs';
import { currentMoment, givenDates, recipientsAsGiven } from '../../run/given';
import { openItems } from '../../run/item-reader';
import { addHint, problemError, problemItem, providerFailure } from '../../run/problem-output';
import type { SendRequest } from '../../send/send-items';
import { planSimulatedRun } from '../../send/simulated-run';
import { fieldsOf, optionsField, recipientField } from '../fields';
import { sendingOptions } from '../sending-options';

const simulateOption: INodeProperties = {
	displayName: 'Estimate Cost Only',
	name: 'simulate',
	type: 'boolean',
	default: false,
	description:
		'Whether to only count recipients and cost: nothing is sent, and there is one item per campaign',
};

const options = [...sendingOptions.filter(({ name }) => isVoiceOption(name)), simulateOption];

/** The fields of `voiceMessage` › `send`. */
export const voiceFields: INodeProperties[] = fieldsOf('voiceMessage', 'send', [
	recipientField(
		'The mobile number whose voicemail gets the message, or several separated by commas, semicolons or line breaks',
	),
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 01 23 45 67 89',
		description:
			'The French landline number that the message comes from. AllMySMS refuses mobile numbers here.',
	},
	{
		displayName: 'Audio URL',
		name: 'audioUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://www.example.com/message.mp3',
		hint: 'MP3 or WAV, 5 to 30 seconds, at most 5 MB',
		description: 'Address of the sound file, which AllMySMS must be able to open without a login',
	},
	{
		displayName: 'Campaign Name',
		name: 'campaignName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Appointments of May',
		description: 'The name under which the AllMySMS client area lists the messages',
	},
	{
		displayName: 'Send At',
		name: 'sendAt',
		type: 'dateTime',
		default: '',
		description:
			"When the message leaves; empty means now. A time without a zone is in the workflow's time zone.",
	},
	optionsField(options),
]);

/** The input of a run. */
export interface VoiceInput {
	/** One per item; what is only simulated has no recipients here. */
	readonly requests: ReadonlyArray<SendRequest<SoundContent>>;
	/** What is only simulated. */
	readonly simulated: ReadonlyArray<Recipient<SoundContent>>;
	/** Requests under way at once. */
	readonly concurrency: number;
}

/** Reads all items of the run. Nothing is sent here. */
export function readVoiceItems(context: IExecuteFunctions): VoiceInput {
	const readerOf = openItems(context, voiceFields);
	const moment = currentMoment(context);
	const givenDate = givenDates(context);
	const simulated: Array<Recipient<SoundContent>> = [];
	let concurrency: number | null = null;
	const requests = context.getInputData().map((_, itemIndex): SendRequest<SoundContent> => {
		const reader = readerOf(itemIndex);
		const to = recipientsAsGiven(reader.value('to'));
		if (reader.problem !== null) return { kind: 'refused', to, problem: reader.problem };
		const parameters = {
			to: reader.value('to'),
			from: reader.value('from'),
			audioUrl: reader.value('audioUrl'),
			campaignName: reader.value('campaignName'),
			sendAt: givenDate(reader.value('sendAt')),
			options: asFields(reader.value('options')),
		};
		const reading = readVoice(itemIndex, parameters, moment);
		if (!reading.ok) return { kind: 'refused', to, problem: reading.problem };
		const simulate = reader.optionSwitch('simulate');
		if (!simulate.ok) return { kind: 'refused', to, problem: simulate.problem };
		concurrency ??= reading.value.options.concurrency;
		if (!simulate.value) return { kind: 'read', recipients: reading.value.recipients };
		simulated.push(...reading.value.recipients);
		return { kind: 'read', recipients: [] };
	});
	return { requests, simulated, concurrency: concurrency ?? 1 };
}

async function ask(
	context: IExecuteFunctions,
	{ batch }: Simulation<SoundContent>,
): Promise<Result<Estimate>> {
	if (!batch) return { ok: true, value: { credits: 0, cost: 0, invalidNumbers: [] } };
	const failed = (what: string, remedy: string): Result<never> =>
		providerFailure(
			`The cost of the voice message to ${batch.recipients[0]?.to ?? ''} could not be estimated: ${what}`,
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
	const prices = priceList(context, 'voicemail');
	const { simulations, hints } = await planSimulatedRun(context, recipients);
	for (const message of hints) {
		addHint(context, 'warning', message);
	}
	for (const simulation of simulations) {
		const { itemIndexes } = simulation;
		const answer = await ask(context, simulation);
		if (answer.ok) {
			const priceOf = answer.value.cost === null ? await prices() : () => null;
			items.push({
				json: voiceSimulationRow(simulation, answer.value, priceOf),
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
