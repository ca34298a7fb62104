import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { postponedHints } from '../../../shared/sending/hints';
import { isVoiceOption } from '../../../shared/sending/options';
import { voiceRow } from '../../../shared/sending/output';
import { readVoice } from '../../../shared/sending/reading';
import type { Recipient } from '../../../shared/sending/recipient';
import type { SoundContent } from '../../../shared/sending/message';
import { voiceCall } from '../../../shared/sending/requests';
import {
	type Estimate,
	type Simulation,
	voiceSimulationRow,
} from '../../../shared/sending/simulations';
import { asFields } from '../../../shared/values';
import {
	addHint,
	inItemOrder,
	nothingLeaves,
	problemError,
	problemItem,
	providerFailure,
} from '../../run/item-output';
import { readItems } from '../../send/read-items';
import { sendItems } from '../../send/send-items';
import type { ReadItem, Sending } from '../../send/sending';
import { askEstimate, planSimulatedRun, priceList } from '../../send/simulated-run';
import { fieldsOf, optionsField, recipientField } from '../fields';
import { number, recipientKeys, type RowOf, type RowSpec } from '../row-spec';
import { sendingOptions } from '../sending-options';

const simulateOption: INodeProperties = {
	displayName: 'Estimate Cost Only',
	name: 'simulate',
	type: 'boolean',
	default: false,
	description:
		'Whether to only count recipients and cost: nothing is sent, and there is one item per campaign',
};

export const description: INodeProperties[] = fieldsOf('voiceMessage', 'send', [
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
	optionsField([...sendingOptions.filter(({ name }) => isVoiceOption(name)), simulateOption]),
]);

export const output = {
	...recipientKeys,
	balance: number.orNull('Money left on the account after the request, in euro'),
	cost: number.orNull('Price of the whole request in euro'),
} satisfies RowSpec;

const readVoiceItem: ReadItem<SoundContent> = (reader, itemIndex, moment) =>
	readVoice(
		itemIndex,
		{
			to: reader.value('to'),
			from: reader.value('from'),
			audioUrl: reader.value('audioUrl'),
			campaignName: reader.value('campaignName'),
			sendAt: reader.date('sendAt'),
			options: asFields(reader.value('options')),
		},
		moment,
	);

async function estimate(
	context: IExecuteFunctions,
	simulation: Simulation<SoundContent>,
): Promise<Result<Estimate>> {
	const asked = await askEstimate(context, simulation, (batch) => voiceCall(batch, 'simulate'));
	if (asked.ok) return asked;
	const { what, remedy } = asked.problem;
	const to = simulation.batch?.recipients[0]?.to ?? '';
	return providerFailure(
		`The cost of the voice message to ${to} could not be estimated: ${what}`,
		`${remedy} Nothing was sent.`,
	);
}

/** Asks what voice messages would cost; sends nothing. One output item per campaign. */
async function simulateVoice(
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
		const answer = await estimate(context, simulation);
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

const VOICE: Sending<SoundContent, RowOf<typeof output>> = {
	noun: 'voice message',
	callFor: (batch) => voiceCall(batch, 'send'),
	row: voiceRow,
	hints: postponedHints,
};

/** Leaves a sound on the voicemails that all items name: one output item per recipient. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(this);
	if (!address.ok) return nothingLeaves(this, address.problem);
	const simulated: Array<Recipient<SoundContent>> = [];
	const { requests, options } = readItems<SoundContent>(this, description, (reader, ...place) => {
		const reading = readVoiceItem(reader, ...place);
		if (!reading.ok) return reading;
		const simulate = reader.optionSwitch('simulate');
		if (!simulate.ok) return simulate;
		if (!simulate.value) return reading;
		simulated.push(...reading.value.recipients);
		return read({ ...reading.value, recipients: [] });
	});
	// First: once something was sent, nothing may fail that would make the node run again.
	const simulations = await simulateVoice(this, simulated);
	const plan = { address: address.value, concurrency: options?.concurrency ?? 1 };
	const sent = await sendItems(this, requests, plan, VOICE);
	return inItemOrder([...simulations, ...sent]);
}
