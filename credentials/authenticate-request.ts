import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

const FORM = 'application/x-www-form-urlencoded';

/** The HTTP API v9.0 lives below this path; all else is REST. */
const isV9 = (request: LegacyRequest): boolean =>
	`${request.baseURL ?? ''}/${request.url ?? request.uri ?? ''}`.includes('/http/9.0');

/** A form that was begun, such as `FormData`. */
interface BegunForm {
	append(name: string, value: string): void;
}

const isBegunForm = (value: unknown): value is BegunForm =>
	typeof value === 'object' && value !== null && 'append' in value;

/** n8n's HTTP Request node still uses the older option names `uri`, `form` and `formData`. */
type LegacyRequest = Partial<IHttpRequestOptions> & {
	uri?: string;
	form?: Record<string, unknown>;
	formData?: BegunForm | Record<string, unknown>;
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
	const { body, form, formData } = request;
	if (form) return { ...request, method: 'POST', form: { ...form, ...fields } };

	const begun = formData ?? body;
	if (isBegunForm(begun)) {
		for (const [name, value] of Object.entries(fields)) begun.append(name, value);
		return { ...request, method: 'POST' };
	}
	if (formData) return { ...request, method: 'POST', formData: { ...formData, ...fields } };

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
