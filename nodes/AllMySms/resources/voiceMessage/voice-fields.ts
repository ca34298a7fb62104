import type { INodeProperties } from 'n8n-workflow';

import { fieldsOf, optionsField } from '../fields';
import { isVoiceOption } from '../../../shared/sending/option-table';
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
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 06 12 34 56 78',
		description:
			'The mobile number whose voicemail gets the message, or several separated by commas, semicolons or line breaks',
	},
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
	optionsField(options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'))),
]);
