import { REQUEST, type RequestField } from '../vocabulary/spellings';

/** Where the provider lives when the credential names no other origin. */
export const DEFAULT_BASE_URL = 'https://api.allmysms.com';

/**
 * Reads the Base URL of the credential; a gateway may live below a path.
 *
 * @returns the address without a slash at its end, or null where it is no http(s) address
 */
export function readBaseUrl(stored: unknown): string | null {
	const text = typeof stored === 'string' ? stored.trim() : '';
	if (text === '') return DEFAULT_BASE_URL;
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		return null;
	}
	const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
	if (!isWeb || url.hostname === '' || url.username !== '' || url.search !== '') return null;
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** What is sent: form fields for the HTTP API v9.0; a JSON body, or none for GET, for REST. */
export type ProviderCall =
	| {
			readonly api: 'v9';
			readonly endpoint: string;
			readonly fields: Readonly<Record<string, string>>;
	  }
	| {
			readonly api: 'rest';
			readonly path: string;
			readonly body?: Readonly<Record<string, unknown>>;
	  };

/** One request with its time limit, which covers connecting, silence and the whole answer. */
export type ProviderRequest = ProviderCall & { readonly timeoutMs: number };

/** A call of the HTTP API v9.0; fields without a value are left out. */
export function v9Call(
	endpoint: string,
	fields: Readonly<Partial<Record<RequestField, string | null>>> = {},
): ProviderCall {
	const set = (Object.keys(REQUEST) as RequestField[]).flatMap((field) => {
		const value = fields[field] ?? null;
		return value === null ? [] : [[REQUEST[field], value] as const];
	});
	return { api: 'v9', endpoint, fields: Object.fromEntries(set) };
}

/** What became of one HTTP request. */
export type ProviderReply =
	/** The provider, or something before it, answered. */
	| {
			readonly kind: 'answered';
			readonly httpStatus: number;
			readonly body: string;
			/** From the header Retry-After; null where there is none or it cannot be read. */
			readonly retryAfterMs: number | null;
			/** Target of a redirect, which is never followed: a redirected POST loses its body or sends it twice. */
			readonly location: string | null;
	  }
	/** The request certainly did not reach the provider. */
	| {
			readonly kind: 'unreached';
			readonly reason: string;
			readonly remedy: string;
			readonly mayHeal: boolean;
	  }
	/** The request may have reached the provider; what it did with it is not known. */
	| { readonly kind: 'uncertain'; readonly reason: string };
