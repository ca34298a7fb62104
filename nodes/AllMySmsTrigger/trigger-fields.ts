import type { INodeProperties } from 'n8n-workflow';

import { triggerOptions } from './trigger-options';

/** The parameters of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'AllMySMS cannot be told this address by n8n: copy the webhook URL above and paste it into the AllMySMS client area, for delivery reports and for replies. With a webhook token in the credential, add <code>?token=</code> and the token to it.',
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
		options: [
			{
				name: 'Delivery Report',
				value: 'deliveryReport',
				description: 'An SMS was handed over, delivered, or could not be delivered',
			},
			{
				name: 'Other',
				value: 'other',
				description: 'Any other call, as it came',
			},
			{
				name: 'Reply',
				value: 'reply',
				description: 'Somebody answered an SMS; only SMS without a sender name can be answered',
			},
			{
				name: 'STOP',
				value: 'stop',
				description:
					'A reply that says STOP, alone or with words that belong to it: this person wants no more SMS',
			},
		],
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
