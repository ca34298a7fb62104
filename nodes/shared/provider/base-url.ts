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
