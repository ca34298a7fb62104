import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryOption } from './fields';

/** The options of sending an SMS, some of them of voice messages too; alphabetical by display name. */
export const sendingOptions = [
	{
		displayName: 'Allowed Recipients',
		name: 'allowedRecipients',
		type: 'string',
		default: '',
		placeholder: 'e.g. +336, +337, +32470123456',
		description:
			'Numbers, or what they begin with such as +336, separated by commas. Anybody else is rejected, whoever asks for it: use it where an AI agent or a form chooses the number.',
	},
	defaultCountryOption,
	{
		displayName: 'Email Notification',
		name: 'emailNotification',
		type: 'boolean',
		default: false,
		description: 'Whether AllMySMS sends you an email about the campaign',
	},
	{
		displayName: 'Flash SMS',
		name: 'flash',
		type: 'boolean',
		default: false,
		description: 'Whether the SMS is shown at once on the screen and not stored on the phone',
	},
	{
		displayName: 'Marketing',
		name: 'marketing',
		type: 'boolean',
		default: false,
		description:
			'Whether it is advertising. An SMS then tells how to unsubscribe, people on the blacklist are left out before they are paid for, and quiet hours are kept. The consent of the recipients remains your task.',
	},
	{
		displayName: 'Master Account',
		name: 'masterAccount',
		type: 'string',
		default: '',
		description: 'Login of the master account that the sending account belongs to',
	},
	{
		displayName: 'Maximum SMS',
		name: 'maximumSms',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How many SMS a run may send; a long text counts as the several SMS that are charged. A run that would send more is refused before anything leaves. For an AI agent it holds for all calls of an execution together. 0 means no limit.',
	},
	{
		displayName: 'Personalize in One Request',
		name: 'autoPersonalise',
		type: 'boolean',
		default: true,
		description:
			'Whether up to 2,000 personal SMS leave in one request instead of one request each. The text that arrives is the same either way.',
	},
	{
		displayName: 'Plain Punctuation',
		name: 'replaceTypographicCharacters',
		type: 'boolean',
		default: false,
		description:
			'Whether curly quotes, long dashes, ellipses and special spaces become plain ones, which keeps an SMS at 160 characters instead of 70',
	},
	{
		displayName: 'Quiet Hours',
		name: 'quietHours',
		type: 'options',
		displayOptions: { show: { marketing: [true] } },
		options: [
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'Send all the same: you know that it is allowed',
			},
			{
				name: 'Postpone',
				value: 'postpone',
				description: 'Send at the next allowed minute',
			},
			{
				name: 'Reject',
				value: 'reject',
				description: 'Do not send, and say why',
			},
		],
		default: 'postpone',
		description:
			'What becomes of advertising between 20:00 and 8:00, on Sundays and on French public holidays, by the clock of the number that it goes to',
	},
	{
		displayName: 'Request API',
		name: 'api',
		type: 'options',
		options: [
			{
				name: 'HTTP API v9.0',
				value: 'v9',
				description: 'The documented API, with every option',
			},
			{
				name: 'REST API',
				value: 'rest',
				description:
					'Tells the cost in euro; has no flash SMS, link tracking, email notification, master account or XML',
			},
		],
		default: 'v9',
		description: 'Which of the two APIs of AllMySMS takes the SMS',
	},
	{
		displayName: 'Request Fields',
		name: 'extraFields',
		type: 'json',
		default: '{}',
		description:
			'Further fields for AllMySMS as a JSON object, for what this node does not offer by name',
	},
	{
		displayName: 'Request Format',
		name: 'payloadFormat',
		type: 'options',
		options: [
			{ name: 'JSON', value: 'json' },
			{ name: 'XML', value: 'xml' },
		],
		default: 'json',
		description:
			'How the request is written. AllMySMS reads both; a text with control characters, which XML cannot hold, leaves as JSON.',
	},
	{
		displayName: 'Request Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 2000 },
		default: 1000,
		description: 'How many recipients at most leave in one request, from 1 to 2,000',
	},
	{
		displayName: 'Request Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: 30,
		description: 'How many seconds a request may take, from connecting to the last byte',
	},
	{
		displayName: 'Requests at Once',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 4,
		description: 'How many requests may be under way at the same time, from 1 to 10',
	},
	{
		displayName: 'Send Once per Key',
		name: 'uniqueKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1234',
		description:
			'An order or appointment number, for instance. A number that this workflow already texted under the same key in an earlier execution is skipped. With the REST API, SMS with different keys leave in requests of their own.',
	},
	{
		displayName: 'STOP Mention',
		name: 'stopMention',
		type: 'boolean',
		default: false,
		description:
			'Whether " STOP au 36180" is added to the text. In France a sender name shows only with it.',
	},
	{
		displayName: 'Test Recipient',
		name: 'testRecipient',
		type: 'string',
		default: '',
		placeholder: 'e.g. 06 12 34 56 78',
		description:
			"Your own number: the first 5 texts of a run go to it at once, and nobody else gets anything. The other items come out as skipped, and 'Send Once per Key' remembers nothing.",
	},
	{
		displayName: 'Timezone of AllMySMS',
		name: 'providerTimezone',
		type: 'string',
		default: 'Europe/Paris',
		placeholder: 'e.g. Europe/Paris',
		description: "The time zone that AllMySMS reads dates in. 'Send At' is converted to it.",
	},
	{
		displayName: 'Track Links',
		name: 'trackLinks',
		type: 'boolean',
		default: false,
		description: 'Whether AllMySMS shortens the links of the message and counts the clicks',
	},
	{
		displayName: 'Your Message ID',
		name: 'clientMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1234',
		description: 'Your own ID for the SMS. AllMySMS repeats it in its delivery reports.',
	},
] as const satisfies INodeProperties[];
