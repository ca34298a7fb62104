import type { Account } from '../accounts/account.mts';
import type { Sandbox } from '../sandbox.mts';
import type { RestFields } from './answer.mts';

/** A request to the REST API. */
export interface RestRequest {
	readonly method: string;
	/** Without a slash at its end. */
	readonly path: string;
	/** Header of the same name; empty without one. */
	readonly authorization: string;
	readonly body: Buffer;
}

/** A request by a client that is known, its JSON body read. */
export interface RestCall {
	readonly sandbox: Sandbox;
	readonly account: Account;
	readonly body: RestFields;
}

/** A text or a number as text, trimmed; empty for anything else. */
export function wordOf(body: RestFields, name: string): string {
	const value = Object.hasOwn(body, name) ? body[name] : undefined;
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A flag of REST: 0 or 1, or false or true. */
export const isSet = (body: RestFields, name: string): boolean =>
	body[name] === true || wordOf(body, name) === '1';

/** What answers to sends repeat of the request: a text that is no marketing. */
export const alertingOf = (body: RestFields): 0 | 1 => (isSet(body, 'alerting') ? 1 : 0);

/** A body that is a JSON object; null for anything else. */
export function readBody(body: Buffer): RestFields | null {
	try {
		const value: unknown = JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''));
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? { ...value }
			: null;
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return null;
		throw error;
	}
}
