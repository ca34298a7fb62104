import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { allMySmsApiTest } from '../shared/provider/credential-test';
import { description, findOperation, perform, subtitle } from './resources';
import { mapListFields, searchContactLists, searchSubAccounts } from './resources/in-editor';
import { answerWebhook, waitingTooltip, waitWebhooks } from './wait/answer-webhook';

/** The action node: picks the operation and hands it all items. */
export class AllMySms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AllMySMS',
		name: 'allMySms',
		icon: {
			light: 'file:../../icons/allmysms.svg',
			dark: 'file:../../icons/allmysms.dark.svg',
		},
		group: ['output'],
		version: [1],
		subtitle,
		description: 'Send SMS and manage your AllMySMS account',
		defaults: { name: 'AllMySMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'allMySmsApi', required: true, testedBy: 'allMySmsApiTest' }],
		webhooks: waitWebhooks,
		waitingNodeTooltip: waitingTooltip,
		properties: description,
	};

	methods = {
		credentialTest: { allMySmsApiTest },
		listSearch: { searchContactLists, searchSubAccounts },
		resourceMapping: { mapListFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const found = findOperation(resource, operation);
		if (!found) {
			throw new NodeOperationError(
				this.getNode(),
				`The operation "${operation}" of "${resource}" is not known to this version of the node`,
				{ description: "Choose 'Resource' and 'Operation' again, or update the package." },
			);
		}
		return [await perform(this, found)];
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerWebhook(this);
	}
}
