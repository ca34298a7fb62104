import { randomUUID } from 'node:crypto';
import { request } from 'undici';

/** Who signs in to a local n8n; nobody else can reach it. */
export interface Owner {
	readonly email: string;
	readonly password: string;
	readonly firstName: string;
	readonly lastName: string;
}

export const localOwner: Owner = {
	email: 'owner@example.com',
	password: 'Local-n8n-1',
	firstName: 'Local',
	lastName: 'Owner',
};

/** n8n refused a request: `status` and its own words. */
export class N8nRefusal extends Error {
	constructor(
		readonly status: number,
		what: string,
		answer: string,
	) {
		super(`n8n answered ${what} with ${status}: ${answer.slice(0, 500)}`);
	}
}

/** A signed-in user of one n8n, speaking the REST API of its editor. */
export class N8nSession {
	/** n8n binds the cookie to this header. */
	private readonly browserId = randomUUID();

	private cookie = '';

	constructor(readonly url: string) {}

	/**
	 * Sends one request and gives what n8n wraps as `data`.
	 *
	 * @throws {N8nRefusal} for every answer that is not 2xx
	 */
	async call<Answer>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) {
		const answer = await request(`${this.url}/rest${path}`, {
			method,
			headers: {
				'browser-id': this.browserId,
				...(this.cookie ? { cookie: this.cookie } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.body.text();
		if (answer.statusCode >= 300)
			throw new N8nRefusal(answer.statusCode, `${method} ${path}`, text);
		this.keepCookie(answer.headers['set-cookie']);
		const { data } = JSON.parse(text) as { data: Answer };
		return data;
	}

	private keepCookie(header: string | string[] | undefined): void {
		const found = [header ?? []].flat().find((each) => each.startsWith('n8n-auth='));
		if (found) this.cookie = found.split(';')[0] ?? '';
	}
}

/** Signs in, and makes the owner's account first where the n8n is new. */
export const signIn = async (url: string, owner: Owner = localOwner): Promise<N8nSession> => {
	const session = new N8nSession(url);
	const { userManagement } = await session.call<{
		userManagement: { showSetupOnFirstLoad?: boolean };
	}>('GET', '/settings');
	if (userManagement.showSetupOnFirstLoad) {
		await session.call('POST', '/owner/setup', owner);
	} else {
		await session.call('POST', '/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
	}
	return session;
};
