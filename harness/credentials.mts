import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeParameters,
	INodeTypes,
	Workflow,
} from 'n8n-workflow';

import type { Core } from './core.mts';
import { asStored } from './native.mts';

const CREDENTIAL_NODE: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const NO_NODE_TYPES = {
	getByName: (): never => {
		throw new Error('A credential has no nodes');
	},
	getByNameAndVersion: () => undefined as never,
	getKnownTypes: () => ({}),
} satisfies INodeTypes;

/** Values of one credential, as the user entered them: texts and expressions. */
export type CredentialValues = Readonly<Record<string, string>>;

/** What n8n does for credential types that declare what they add to a request. */
function withProperties(
	request: IHttpRequestOptions,
	properties: IAuthenticateGeneric['properties'],
	resolve: (value: string) => unknown,
): IHttpRequestOptions {
	const added: Record<string, unknown> = {};
	for (const [place, values] of Object.entries(properties)) {
		const known: unknown = request[place as keyof IHttpRequestOptions];
		const resolved = Object.entries(values as object).map(([key, value]) => [
			key,
			resolve(String(value)),
		]);
		added[place] = { ...(known as object | undefined), ...Object.fromEntries(resolved) };
	}
	return { ...request, ...added };
}

/**
 * n8n's part between nodes and stored credentials: gives the values with their defaults, and signs
 * requests with the credential type's own `authenticate`.
 */
export function credentialsHelper(
	{ workflow }: Core,
	credentialType: (name: string) => ICredentialType,
	values: () => CredentialValues,
): ICredentialsHelper {
	/** As n8n does it: with a workflow of nothing but a stand-in node. */
	function resolved(credential: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		const hasExpression = Object.values(credential).some((value) => String(value).startsWith('='));
		if (!hasExpression) return credential;
		const nodes = [CREDENTIAL_NODE];
		const { expression } = new workflow.Workflow({
			nodes,
			connections: {},
			active: false,
			nodeTypes: NO_NODE_TYPES,
		});
		return expression.getComplexParameterValue(
			CREDENTIAL_NODE,
			credential as INodeParameters,
			'internal',
			{},
		) as ICredentialDataDecryptedObject;
	}

	class Helper extends workflow.ICredentialsHelper {
		getParentTypes(): string[] {
			return [];
		}

		isCredentialUsableByNode(): boolean {
			return true;
		}

		async authenticate(
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
			requestOptions: IHttpRequestOptions,
			opened: Workflow,
			node: INode,
		): Promise<IHttpRequestOptions> {
			const { authenticate } = credentialType(typeName);
			if (typeof authenticate === 'function') {
				return await authenticate(credentials, requestOptions);
			}
			if (authenticate === undefined) return requestOptions;
			return withProperties(requestOptions, authenticate.properties, (value) =>
				opened.expression.getSimpleParameterValue(node, value, 'internal', {
					$credentials: credentials,
				}),
			);
		}

		async preAuthentication(): Promise<undefined> {}

		async runPreAuthentication(): Promise<undefined> {}

		async getCredentials(): Promise<never> {
			throw new Error('Nodes get decrypted credentials only');
		}

		async getDecrypted(
			...[, , type]: Parameters<ICredentialsHelper['getDecrypted']>
		): Promise<ICredentialDataDecryptedObject> {
			const { properties } = credentialType(type);
			const filled = workflow.NodeHelpers.getNodeParameters(
				properties,
				asStored({ ...values() }),
				true,
				false,
				null,
				null,
			);
			return resolved(asStored(filled) as ICredentialDataDecryptedObject);
		}

		async updateCredentials(): Promise<void> {
			throw new Error('No node of the pack changes a credential');
		}

		async updateCredentialsOauthTokenData(): Promise<void> {
			throw new Error('No node of the pack uses OAuth');
		}

		getCredentialsProperties(type: string) {
			return credentialType(type).properties;
		}
	}
	return new Helper();
}
