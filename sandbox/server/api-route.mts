import { SIMPLIFIED } from '../http-api/endpoints.mts';

/** Where a request of the API goes. */
export type ApiRoute =
	| { readonly api: 'v9'; readonly version: string; readonly endpoint: string }
	| { readonly api: 'rest'; readonly endpoint: string };

const V9 = /^\/http\/([^/]*)(?:\/([^/]*))?\/?$/;
const REST = /^\/(sms|voice|account|report|ping)(?:\/.*)?$/i;

/**
 * Path and query of a request line. Clients that take the sandbox for their proxy write the whole
 * address there: that is how a program with a fixed host is tried.
 */
export const targetOf = (url: string): string => url.replace(/^https?:\/\/[^/?]*/i, '') || '/';

/** Decodes a path; what cannot be decoded stays as it is. */
function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch (error) {
		if (error instanceof URIError) return path;
		throw error;
	}
}

/**
 * Recognises both APIs by their paths, with or without a slash at the end. Versions, endpoints and
 * REST paths that do not exist are recognised too: they are recorded, and answered by their API.
 *
 * @returns null for what belongs to no API
 */
export function apiRoute(url: string): ApiRoute | null {
	const path = decoded(targetOf(url).split('?', 1)[0] ?? '').replace(/\/{2,}/g, '/');
	const [isV9, version = '', name = ''] = V9.exec(path) ?? [];
	if (isV9 !== undefined) return { api: 'v9', version, endpoint: name || SIMPLIFIED };
	return REST.test(path) ? { api: 'rest', endpoint: path.replace(/\/+$/, '') } : null;
}

/** The names by which a fault may call the endpoint of a request. */
export function namesOf({ endpoint }: ApiRoute, url: string): readonly string[] {
	return [endpoint, decoded(url.split('?', 1)[0] ?? '')];
}
