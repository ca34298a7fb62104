import type { IExecuteFunctions } from 'n8n-workflow';

import type { Recipient, SoundContent } from '../../../shared/sending/recipient';
import { readVoice } from '../../../shared/sending/read-voice';
import type { SendRequest } from '../../send/send-items';
import { fieldsOf } from '../../../shared/values';
import { openItems } from '../../run/item-reader';
import { currentMoment, givenDates, recipientsAsGiven } from '../../run/given';
import { voiceFields } from './voice-fields';

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
			options: fieldsOf(reader.value('options')),
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
