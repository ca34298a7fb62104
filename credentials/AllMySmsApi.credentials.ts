import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateRequest } from './authenticate-request';

/** One credential for both APIs of AllMySMS; its test is `allMySmsApiTest` of the nodes. */
export class AllMySmsApi implements ICredentialType {
	name = 'allMySmsApi';

	displayName = 'AllMySMS API';

	icon = {
		light: 'file:../icons/allmysms.svg',
		dark: 'file:../icons/allmysms.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-allmysms/n8n-nodes-allmysms#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. myshop',
			description: 'The login of your AllMySMS account, or of the sub-account that sends',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In the AllMySMS client area, menu "API Key and Settings"; it is not your password',
			description: 'The key that AllMySMS gave this login for its API',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.allmysms.com',
			description: 'Change it only for a gateway of your own, or for the local sandbox',
		},
		{
			displayName: 'Webhook Token',
			name: 'webhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only for the AllMySMS Trigger; a long random text of your choice',
			description:
				'A long random text of your choice. When set, the AllMySMS Trigger refuses calls whose address does not end with "?token=" and this text. Letters and digits are safest.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => authenticateRequest(credential, request);
}
