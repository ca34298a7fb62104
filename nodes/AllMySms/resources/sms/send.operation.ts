import type { INodeProperties } from 'n8n-workflow';

import { isSimulateOption } from '../../../shared/sending/option-table';
import { smsHints } from '../../../shared/sending/hints';
import { smsRow } from '../../../shared/sending/output-rows';
import { readSms } from '../../../shared/sending/read-sms';
import type { TextContent } from '../../../shared/sending/recipient';
import { smsCall } from '../../../shared/sending/requests';
import type { ReadItem, SendOperation } from '../../send/sending';
import { fieldsOf, optionsField, recipientField } from '../fields';
import { sendingOptions } from '../sending-options';
import { sent } from './rows';

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

/** The option that `simulate` has for itself. */
const perRecipientOption: INodeProperties = {
	displayName: 'Per Recipient',
	name: 'perRecipient',
	type: 'boolean',
	default: false,
	description:
		"Whether to add each recipient's own text, encoding, segments and cost, and what the characters outside the SMS alphabet cost over the campaign",
};

const optionsOf = {
	send: sendingOptions,
	simulate: [...sendingOptions.filter(({ name }) => isSimulateOption(name)), perRecipientOption],
};

/** The fields of contract 3.1, which `send` and `simulate` share. */
export const smsFields = (operation: 'send' | 'simulate'): INodeProperties[] =>
	fieldsOf('sms', operation, [...fields, optionsField(optionsOf[operation])]);

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

export const description = smsFields('send');

export const output = sent;

/** Sends the SMS of all items: one output item per recipient, in input order. */
export const sends: SendOperation<TextContent> = {
	noun: 'SMS',
	readItem: readSmsItem,
	callFor: (batch) => smsCall(batch, 'send'),
	row: smsRow,
	hints: smsHints,
};
