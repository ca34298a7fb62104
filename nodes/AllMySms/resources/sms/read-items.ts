import type { IExecuteFunctions } from 'n8n-workflow';

import { readSms } from '../../../shared/sending/read-sms';
import { refuse } from '../../../shared/problem';
import type { SendingOptions } from '../../../shared/sending/options';
import type { TextContent } from '../../../shared/sending/recipient';
import type { SendRequest } from '../../send/send-items';
import { itemParameters } from '../../run/item-parameters';
import { currentMoment, givenDate, recipientsAsGiven } from '../../run/given';

/** The input of a run, item by item. */
export interface SmsInput {
	readonly requests: ReadonlyArray<SendRequest<TextContent>>;
	/** Options of the first item that could be read: they rule what is common to the run. */
	readonly options: SendingOptions | null;
}

const NAMES = ['to', 'message', 'dynamicParameters', 'sender', 'sendAt', 'campaignName', 'options'];

/** Names of the parameters as the user sees them. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
	to: 'To',
	message: 'Message',
	dynamicParameters: 'Marker Values',
	sender: 'Sender (TPOA)',
	sendAt: 'Send At',
	campaignName: 'Campaign Name',
	options: 'Options',
};

/** Reads all items of the run. Nothing is sent here. */
export function readSmsItems(context: IExecuteFunctions): SmsInput {
	const parametersOf = itemParameters(context, NAMES);
	const moment = currentMoment(context);

	const readItem = (itemIndex: number): ReturnType<typeof readSms> => {
		const parameters = parametersOf(itemIndex);
		if (parameters.failure) {
			return refuse(
				DISPLAY_NAMES[parameters.failure.parameter] ?? parameters.failure.parameter,
				`has an expression that n8n cannot evaluate: ${parameters.failure.reason}`,
				'Open the expression in the editor and check the names in it.',
			);
		}
		return readSms(
			itemIndex,
			{
				to: parameters.value('to'),
				message: parameters.parts('message'),
				dynamicParameters: parameters.value('dynamicParameters'),
				sender: parameters.value('sender'),
				sendAt: givenDate(context, parameters.value('sendAt')),
				campaignName: parameters.value('campaignName'),
				options: parameters.value('options'),
			},
			moment,
		);
	};

	let options: SendingOptions | null = null;
	const requests = context.getInputData().map((_, itemIndex): SendRequest<TextContent> => {
		const reading = readItem(itemIndex);
		if (!reading.ok) {
			const to = recipientsAsGiven(parametersOf(itemIndex).value('to'));
			return { kind: 'refused', to, problem: reading.problem };
		}
		options ??= reading.value.options;
		return { kind: 'read', recipients: reading.value.recipients };
	});
	return { requests, options };
}
