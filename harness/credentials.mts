import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { Core } from './core.mts';
import { asStored } from './native.mts';

/** Values of one credential, as the user entered them. */
export type CredentialValues = Readonly<Record<string, string>>;

/**
 * n8n's part between nodes and stored credentials: gives the values with their defaults, and signs
 * requests with the credential type's own `authenticate`.
 */
export function credentialsHelper(
	{ workflow }: Core,
	credentialType: (name: string) => ICredentialType,
	values: () => CredentialValues,
): ICredentialsHelper {
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
		): Promise<IHttpRequestOptions> {
			const { authenticate } = credentialType(typeName);
			if (typeof authenticate !== 'function') {
				throw new Error(`${typeName} has an authenticate that the harness does not know`);
			}
			return await authenticate(credentials, requestOptions);
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
			return asStored(filled) as ICredentialDataDecryptedObject;
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
