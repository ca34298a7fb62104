import type { INodeProperties } from 'n8n-workflow';

import { sendingOptions } from '../sending-options';

/** The options of sending that make sense for a single question with a link in it. */
const SENDING: readonly string[] = [
	'allowedRecipients',
	'api',
	'clientMessageId',
	'defaultCountry',
	'extraFields',
	'masterAccount',
	'maximumSms',
	'payloadFormat',
	'replaceTypographicCharacters',
	'stopMention',
	'testRecipient',
	'timeout',
];

/** The same as in n8n's own nodes that send and wait, name by name. */
const limitWaitTime = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description: 'How long to wait for an answer. Without it, the execution waits until one comes.',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					description: 'Whether the limit is a length of time or a date',
					options: [
						{
							name: 'After Time Interval',
							value: 'afterTimeInterval',
							description: 'Waits for a certain amount of time',
						},
						{
							name: 'At Specified Time',
							value: 'atSpecifiedTime',
							description: 'Waits until the set date and time',
						},
					],
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'How long to wait, in the unit below',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: [
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
					default: 'hours',
					description: 'Unit of the amount',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					default: '',
					description: 'The last moment for an answer',
				},
			],
		},
	],
} as const satisfies INodeProperties;

const pageOptions = [
	{
		displayName: 'Page Text',
		name: 'pageText',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description:
			'What the page of the link says above its buttons. It costs nothing, however long it is. When empty, the page repeats the message.',
	},
	{
		displayName: 'Page Title',
		name: 'pageTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order 1234',
		description: 'Heading of the page. When empty, it is one in the language of the browser.',
	},
	{
		displayName: 'Shorten Link',
		name: 'shortenLink',
		type: 'boolean',
		default: false,
		description:
			'Whether AllMySMS makes the link short, which saves one SMS or two. A short link hides the address of your n8n, which people are taught to look at.',
	},
] as const satisfies INodeProperties[];

/** Everything below 'Options' of `sendAndWait`. */
export const waitOptions: INodeProperties[] = [
	limitWaitTime,
	...pageOptions,
	...sendingOptions.filter(({ name }) => SENDING.includes(name)),
];
