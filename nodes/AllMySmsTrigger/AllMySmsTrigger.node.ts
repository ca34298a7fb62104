import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { allMySmsApiTest } from '../shared/provider/credential-test';
import { addressLifecycle } from './trigger-settings';
import { OK } from './push-exchange';
import { receivePush } from './receive-push';
import { subtitle, triggerFields } from './trigger-fields';

/** One address for all methods: nobody knows which of them AllMySMS uses. */
const address = {
	name: 'default',
	path: 'allmysms',
	responseMode: 'onReceived',
	responseData: OK,
	ndvHideMethod: true,
} as const;

/** The trigger node: receives delivery reports and replies. */
export class AllMySmsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AllMySMS Trigger',
		name: 'allMySmsTrigger',
		icon: {
			light: 'file:../../icons/allmysms.svg',
			dark: 'file:../../icons/allmysms.dark.svg',
		},
		group: ['trigger'],
		// n8n evaluates an expression for every push to a node of version 1.
		version: [2],
		subtitle,
		description: 'Starts the workflow when AllMySMS reports a delivery or receives a reply',
		eventTriggerDescription: 'Waiting for AllMySMS to call the Test URL',
		activationMessage:
			'AllMySMS can call the Production URL now, if it is entered in the client area.',
		defaults: { name: 'AllMySMS Trigger' },
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'<b>While you build</b>, click "Test this trigger", and have the Test URL called. <b>To go live</b>, open "Webhook URLs", choose the <b>Production URL</b>, paste it into the AllMySMS client area, once for delivery reports and once for replies, and publish the workflow (n8n 1: activate it). With a webhook token in the credential, add <code>?token=</code> and the token to the URL.',
				active:
					'The workflow is live: calls of the Production URL start it, and show up in the <a data-key="executions">executions list</a>. <b>To try a change</b>, click "Test this trigger", and have the Test URL called.',
			},
			activationHint:
				'Once the workflow is ready, publish it (n8n 1: activate it). It then starts whenever AllMySMS calls the Production URL.',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'allMySmsApi', required: false, testedBy: 'allMySmsApiTest' }],
		webhooks: [
			{ ...address, httpMethod: 'POST' },
			{ ...address, httpMethod: 'GET', ndvHideUrl: true },
			{ ...address, httpMethod: 'HEAD', ndvHideUrl: true },
		],
		properties: triggerFields,
	};

	methods = { credentialTest: { allMySmsApiTest } };

	webhookMethods = { default: addressLifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receivePush(this);
	}
}
