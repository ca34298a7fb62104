import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

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

const byDisplayName = (a: INodeProperties, b: INodeProperties): number =>
	a.displayName.localeCompare(b.displayName, 'en');

const options: INodeProperties[] = [
	limitWaitTime,
	...pageOptions,
	...sendingOptions.filter(({ name }) => SENDING.includes(name)),
].sort(byDisplayName);

const fields: INodeProperties[] = [
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 06 12 34 56 78',
		description:
			'The mobile number to ask, or several separated by commas, semicolons or line breaks. The first answer decides.',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Order 1234 over €900 waits for your approval:',
		description:
			'The text of the SMS. The link to answer follows it, and takes about 170 characters; a question that is answered by an SMS has none.',
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		default: 'approval',
		description: 'How the recipient answers',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'A link opens a page with a button to approve, and one to decline if you wish',
			},
			{
				name: 'Buttons',
				value: 'buttons',
				description: 'A link opens a page with two to six buttons of your own',
			},
			{
				name: 'Free Text',
				value: 'freeText',
				description: 'A link opens a page with a field for an answer in words',
			},
			{
				name: 'SMS Reply',
				value: 'smsReply',
				description: 'The recipient replies to the SMS; no link, no page',
			},
		],
	},
	{
		displayName:
			"Replies reach this node through an AllMySMS Trigger in <b>this same workflow</b>, which must be active and whose production URL must be entered in the AllMySMS client area. A reply to another workflow's trigger does not answer. In queue mode, two questions asked at the same moment may lose one of their answers: use a link there.",
		name: 'smsReplyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { responseType: ['smsReply'] } },
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { responseType: ['approval'] } },
		description: 'The buttons of the page',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						default: 'single',
						description: 'Whether the page has one button or two',
						options: [
							{ name: 'Approve Only', value: 'single' },
							{ name: 'Approve and Disapprove', value: 'double' },
						],
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: 'Approve',
						displayOptions: { show: { approvalType: ['single', 'double'] } },
						description: 'What the button to approve says',
					},
					{
						displayName: 'Disapprove Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
						description: 'What the button to decline says',
					},
				],
			},
		],
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		displayOptions: { show: { responseType: ['buttons'] } },
		description: 'Two to six buttons. The label of the one that is tapped is the answer.',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						placeholder: 'e.g. Tomorrow morning',
						description: 'What the button says',
					},
				],
			},
		],
	},
	{
		displayName: 'Sender (TPOA)',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyShop',
		description:
			'The name shown as sender, at most 11 characters. When empty, the SMS comes from the short number of AllMySMS.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];

/** The fields of `sendAndWait` (contract 3.2). */
export const waitFields: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['sms'], operation: ['sendAndWait'] } },
	fields,
);
