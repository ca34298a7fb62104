import type { INodeProperties } from 'n8n-workflow';

/** The options of how requests are made and read; alphabetical by display name. */
export const requestOptions = [
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
		displayName: 'Timezone of AllMySMS',
		name: 'providerTimezone',
		type: 'string',
		default: 'Europe/Paris',
		placeholder: 'e.g. Europe/Paris',
		description: "The time zone that AllMySMS reads dates in. 'Send At' is converted to it.",
	},
] as const satisfies INodeProperties[];
