import type { INodeProperties } from 'n8n-workflow';

import * as account from './account';
import * as blacklist from './blacklist';
import * as campaign from './campaign';
import * as contact from './contact';
import * as contactList from './contactList';
import * as deliveryReport from './deliveryReport';
import * as link from './link';
import type { Operation, ResourceOperations } from './operation';
import * as price from './price';
import * as reply from './reply';
import * as sms from './sms';
import * as subAccount from './subAccount';
import * as voiceMessage from './voiceMessage';

/** The resources by the value that workflows store. */
export const resources: Readonly<Record<string, { readonly operations: ResourceOperations }>> = {
	account,
	blacklist,
	campaign,
	contact,
	contactList,
	deliveryReport,
	link,
	price,
	reply,
	sms,
	subAccount,
	voiceMessage,
};

/** "Resource", then the operations and fields of each. */
export const description: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Account', value: 'account' },
			{ name: 'Blacklist', value: 'blacklist' },
			{ name: 'Campaign', value: 'campaign' },
			{ name: 'Contact', value: 'contact' },
			{ name: 'Contact List', value: 'contactList' },
			{ name: 'Delivery Report', value: 'deliveryReport' },
			{ name: 'Link', value: 'link' },
			{ name: 'Price', value: 'price' },
			{ name: 'Reply', value: 'reply' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'Sub-Account', value: 'subAccount' },
			{ name: 'Voice Message', value: 'voiceMessage' },
		],
		default: 'sms',
	},
	...sms.description,
	...account.description,
	...blacklist.description,
	...campaign.description,
	...contact.description,
	...contactList.description,
	...deliveryReport.description,
	...link.description,
	...price.description,
	...reply.description,
	...subAccount.description,
	...voiceMessage.description,
];

/** What each operation does, by `<resource> <operation>`. */
const actions = Object.fromEntries(
	description
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.flatMap((option) =>
				'value' in option
					? [[`${displayOptions?.show?.resource?.[0]} ${option.value}`, option.action]]
					: [],
			),
		),
);

/** What the canvas says under the name of the node: "Get delivery report". */
export const subtitle = `={{ (${JSON.stringify(actions)})[$parameter["resource"] + " " + $parameter["operation"]] }}`;

/** The operation that a workflow names, or undefined where this version has none of that name. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources[resource]?.operations[operation];
}
