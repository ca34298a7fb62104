import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

const FORM = 'application/x-www-form-urlencoded';

/** The HTTP API v9.0 lives below this path; all else is REST. */
const isV9 = (request: LegacyRequest): boolean =>
	`${request.baseURL ?? ''}/${request.url ?? request.uri ?? ''}`.includes('/http/9.0');

/** n8n's HTTP Request node still uses the older option names `uri` and `form`. */
type LegacyRequest = Partial<IHttpRequestOptions> & {
	uri?: string;
	form?: Record<string, unknown>;
};

function withContentType(request: LegacyRequest): Record<string, unknown> {
	const headers = Object.entries(request.headers ?? {}).filter(
		([name]) => name.toLowerCase() !== 'content-type',
	);
	return { ...Object.fromEntries(headers), 'Content-Type': FORM };
}

/** Fields as texts; a payload such as `smsData` may be given as the object that its JSON says. */
const fieldTexts = (body: unknown): Array<[name: string, text: string]> =>
	Object.entries(body ?? {}).map(([name, value]: [string, unknown]) => [
		name,
		typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value),
	]);

/** The secret goes into the body: an address would carry it into the logs of every server on the way. */
function withFormFields(request: LegacyRequest, fields: Record<string, string>): LegacyRequest {
	const { body, form } = request;
	if (form) return { ...request, method: 'POST', form: { ...form, ...fields } };

	if (typeof body === 'object' && body !== null && 'append' in body) {
		const parts = body as unknown as { append(name: string, value: string): void };
		for (const [name, value] of Object.entries(fields)) parts.append(name, value);
		return { ...request, method: 'POST' };
	}

	const given = typeof body === 'string' ? body : new URLSearchParams(fieldTexts(body)).toString();
	const secret = new URLSearchParams(fields).toString();
	return {
		...request,
		method: 'POST',
		headers: withContentType(request) as IHttpRequestOptions['headers'],
		body: given === '' ? secret : `${given}&${secret}`,
		json: false,
	};
}

function withBasicAuth(request: LegacyRequest, login: string, apiKey: string): LegacyRequest {
	const Authorization = `Basic ${Buffer.from(`${login}:${apiKey}`, 'utf8').toString('base64')}`;
	return { ...request, headers: { ...request.headers, Authorization } };
}

/**
 * Signs a request: form fields `login` and `apiKey` for the HTTP API v9.0 (a GET becomes a
 * POST), HTTP Basic for REST. Serves the nodes and n8n's HTTP Request node.
 */
export function authenticateRequest(
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const login = String(credential.login ?? '').trim();
	const apiKey = String(credential.apiKey ?? '').trim();
	const signed = isV9(request)
		? withFormFields(request, { login, apiKey })
		: withBasicAuth(request, login, apiKey);
	return signed as IHttpRequestOptions;
}
