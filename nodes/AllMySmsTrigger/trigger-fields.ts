import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What can be added below "Options". */
const triggerOptions: INodeProperties[] = [
	{
		displayName: 'Campaign IDs',
		name: 'campaignIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. ap_284231, ap_284232',
		description:
			'Only events of these campaigns, separated by commas. Replies that AllMySMS relates to no campaign are left out then.',
	},
	{
		displayName: 'Gather Events (Seconds)',
		name: 'gatherSeconds',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 0,
		description:
			'How long to wait for further events, at most 10 seconds, so that all of them start one execution together. 0 starts one execution for each call. Each call is answered when its execution has started.',
	},
	{
		displayName: 'Ignore Repeated Events',
		name: 'deduplicate',
		type: 'boolean',
		default: true,
		description:
			'Whether to start nothing for an event that came before. Where n8n runs as several processes, two calls in the same moment may both pass.',
	},
	{
		displayName: 'Include Raw Data',
		name: 'includeRaw',
		type: 'boolean',
		default: false,
		description: "Whether to add the event as AllMySMS sent it, in the field 'raw'",
	},
	{
		displayName: 'IP Allow List',
		name: 'ipAllowList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 192.0.2.10, 198.51.100.0/24, 2001:db8::/32',
		description:
			'Addresses and networks that may call, separated by commas; empty allows all. Behind a reverse proxy n8n needs N8N_PROXY_HOPS to see the real address.',
	},
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '',
		placeholder: 'e.g. yes or /^(yes|ok)\\b/i',
		description:
			'Only replies that contain this text, whatever its case and accents, or match this regular expression between slashes. STOPs always pass.',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: [],
		description: 'Only delivery reports with one of these statuses; empty means all',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Rejected', value: 'rejected', description: 'For instance an unknown number' },
			{
				name: 'Sent',
				value: 'sent',
				description: 'Handed over to the mobile network, not delivered yet',
			},
			{ name: 'Undelivered', value: 'undelivered' },
			{ name: 'Unknown', value: 'unknown' },
		],
	},
	{
		displayName: 'Timezone of AllMySMS',
		name: 'providerTimezone',
		type: 'string',
		default: 'Europe/Paris',
		placeholder: 'e.g. Europe/Paris',
		description: "The time zone of the dates that AllMySMS sends, and of 'receivedAt'",
	},
	{
		displayName: 'Verify Events',
		name: 'verify',
		type: 'boolean',
		default: false,
		description:
			'Whether to ask AllMySMS about each event before it starts the workflow, and to refuse what it does not know. Needs a credential, and takes one request per event.',
	},
	{
		displayName: 'When Events Cannot Be Verified',
		name: 'verifyUnreachable',
		type: 'options',
		displayOptions: { show: { verify: [true] } },
		default: 'pass',
		description: 'What to do with events while AllMySMS cannot be asked about them',
		options: [
			{
				name: 'Let Them Pass',
				value: 'pass',
				description: "No reply is lost; 'verified' is false then",
			},
			{
				name: 'Refuse Them',
				value: 'refuse',
				description: 'Only confirmed events start the workflow',
			},
		],
	},
];

const events: INodePropertyOptions[] = [
	{
		name: 'Delivery Report',
		value: 'deliveryReport',
		action: 'On a delivery report',
		description: 'An SMS was handed over, delivered, or could not be delivered',
	},
	{
		name: 'Other',
		value: 'other',
		action: 'On any other call',
		description: 'AllMySMS called with something else, which comes as it is',
	},
	{
		name: 'Reply',
		value: 'reply',
		action: 'On a reply',
		description: 'Somebody answered an SMS; only SMS without a sender name can be answered',
	},
	{
		name: 'STOP',
		value: 'stop',
		action: 'On a STOP',
		description:
			'A reply that says STOP, alone or with words that belong to it: this person wants no more SMS',
	},
];

const eventNames = Object.fromEntries(events.map(({ name, value }) => [value, name]));

/** What the canvas says under the name of the node: "Delivery Report, Reply, STOP". */
export const subtitle = `={{ [].concat($parameter["events"]).map((event) => (${JSON.stringify(eventNames)})[event]).join(", ") }}`;

/** The parameters of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Open "Webhook URLs" above, choose <b>Production URL</b>, and paste it into the AllMySMS client area, for delivery reports and for replies: n8n cannot do that for you. With a webhook token in the credential, add <code>?token=</code> and the token at its end.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['deliveryReport', 'reply', 'stop'],
		options: events,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: triggerOptions,
	},
];
