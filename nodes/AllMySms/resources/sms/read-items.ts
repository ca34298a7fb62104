import type { IExecuteFunctions } from 'n8n-workflow';

import { readSms } from '../../../shared/sending/read-sms';
import { fail } from '../../../shared/problem';
import type { SendingOptions } from '../../../shared/sending/options';
import type { TextContent } from '../../../shared/sending/recipient';
import type { SendRequest } from '../../send/send-items';
import { openItems, type ItemReader } from '../../run/item-reader';
import { smsFields } from './sms-fields';
import { currentMoment, givenDates, recipientsAsGiven } from '../../run/given';

/** The input of a run, item by item. */
export interface SmsInput {
	readonly requests: ReadonlyArray<SendRequest<TextContent>>;
	/** Options of the first item that could be read: they rule what is common to the run. */
	readonly options: SendingOptions | null;
}

/** Reads all items of the run. Nothing is sent here. */
export function readSmsItems(context: IExecuteFunctions): SmsInput {
	const readerOf = openItems(context, smsFields('send'));
	const moment = currentMoment(context);
	const givenDate = givenDates(context);

	const readItem = (itemIndex: number, reader: ItemReader): ReturnType<typeof readSms> => {
		if (reader.problem !== null) return fail(reader.problem);
		return readSms(
			itemIndex,
			{
				to: reader.value('to'),
				message: reader.parts('message'),
				dynamicParameters: reader.value('dynamicParameters'),
				sender: reader.value('sender'),
				sendAt: givenDate(reader.value('sendAt')),
				campaignName: reader.value('campaignName'),
				options: reader.value('options'),
			},
			moment,
		);
	};

	let options: SendingOptions | null = null;
	const requests = context.getInputData().map((_, itemIndex): SendRequest<TextContent> => {
		const reader = readerOf(itemIndex);
		const reading = readItem(itemIndex, reader);
		if (!reading.ok) {
			const to = recipientsAsGiven(reader.value('to'));
			return { kind: 'refused', to, problem: reading.problem };
		}
		options ??= reading.value.options;
		return { kind: 'read', recipients: reading.value.recipients };
	});
	return { requests, options };
}
