import type { INodeProperties } from 'n8n-workflow';

import { readSms } from '../../../shared/sending/reading';
import type { TextContent } from '../../../shared/sending/message';
import { type ReadItem, type SendOperation, smsSending } from '../../send/sending';
import { fieldsOf, optionsField, recipientField } from '../fields';
import { sendingOptions } from '../sending-options';
import { choice, number, recipientKeys, sometimes, type RowOf, type RowSpec } from '../row-spec';

const fields = [
	recipientField(
		'The mobile number to text, or several separated by commas, semicolons or line breaks. Numbers without a country code belong to the default country of the options.',
	),
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Hello Anna, your appointment is tomorrow at 10:00.',
		description:
			'The text of the SMS. Drag fields into it to make it personal: all items still leave in one request. One SMS holds 160 characters, or 70 with emoji and some accents.',
	},
	{
		displayName: 'Sender (TPOA)',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyShop',
		hint: 'Leave it empty to receive replies: a name cannot be answered',
		description:
			'The name shown as sender, at most 11 characters. When empty, the SMS comes from the short number of AllMySMS, the only sender that can be replied to.',
	},
	{
		displayName: 'Send At',
		name: 'sendAt',
		type: 'dateTime',
		default: '',
		description:
			"When the SMS leaves; empty means now. A time without a zone is in the workflow's time zone.",
	},
	{
		displayName: 'Campaign Name',
		name: 'campaignName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Appointments of May',
		description: 'The name under which the AllMySMS client area lists the SMS',
	},
	{
		displayName: 'Marker Values',
		name: 'dynamicParameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add value',
		description:
			'Values for the markers #param_1#, #param_2#, … of the message, in order. Only needed for texts that were written with such markers.',
		options: [
			{
				displayName: 'Parameters',
				name: 'parameters',
				values: [
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'The text that replaces the marker for this recipient',
					},
				],
			},
		],
	},
] as const satisfies INodeProperties[];

/** The fields of contract 3.1, which `send` and `simulate` share. */
export const smsFields = (operation: string, options: INodeProperties[]): INodeProperties[] =>
	fieldsOf('sms', operation, [...fields, optionsField(options)]);

/** Reads one item of `send` or `simulate`. */
export const readSmsItem: ReadItem<TextContent> = (reader, itemIndex, moment) =>
	readSms(
		itemIndex,
		{
			to: reader.value('to'),
			message: reader.parts('message'),
			dynamicParameters: reader.value('dynamicParameters'),
			sender: reader.value('sender'),
			sendAt: reader.date('sendAt'),
			campaignName: reader.value('campaignName'),
			options: reader.value('options'),
		},
		moment,
	);

export const description = smsFields('send', sendingOptions);

export const output = {
	...recipientKeys,
	encoding: choice(['GSM-7', 'UCS-2'], 'How the network carries the text'),
	segments: number('How many SMS the text of this recipient takes'),
	creditsLeft: number.orNull('Credits left on the account after the request'),
	balance: number.orNull('Money left on the account after the request, in euro'),
	cost: sometimes(
		"with 'Request API' set to REST",
		number.orNull('Price of the whole request in euro'),
	),
} satisfies RowSpec;

/** Sends the SMS of all items: one output item per recipient, in input order. */
export const sends: SendOperation<TextContent, RowOf<typeof output>> = {
	...smsSending,
	readItem: readSmsItem,
};
