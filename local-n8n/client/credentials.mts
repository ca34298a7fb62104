import type { N8nSession } from './session.mts';

/** A credential as n8n lists it: without its secrets. */
export interface StoredCredential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
}

/** What a new credential holds. */
export interface NewCredential {
	readonly name: string;
	readonly type: string;
	readonly data: Readonly<Record<string, string>>;
}

/** Creates the credential, or overwrites the one of the same name and type. */
export const saveCredential = async (
	session: N8nSession,
	credential: NewCredential,
): Promise<StoredCredential> => {
	const stored = await session.call<StoredCredential[]>('GET', '/credentials');
	const same = stored.find(
		({ name, type }) => name === credential.name && type === credential.type,
	);
	return same
		? await session.call('PATCH', `/credentials/${same.id}`, credential)
		: await session.call('POST', '/credentials', credential);
};
