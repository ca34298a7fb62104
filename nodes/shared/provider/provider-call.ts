import { toWellFormed } from '../text/characters';
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

/** Requests for one batch, the first included. */
const MAX_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 400;
/** A longer Retry-After is left to the user: an execution that sleeps for minutes looks dead. */
const LONGEST_PAUSE_MS = 30_000;

/** Refused for load: the provider read nothing but the request line, so sending again is safe. */
export function isRefusedForLoad(reply: ProviderReply): boolean {
	if (reply.kind !== 'answered') return false;
	return reply.httpStatus === 429 || (reply.httpStatus === 503 && reply.retryAfterMs !== null);
}

/**
 * Whether and when the same request may be sent again.
 *
 * @param attempt how many requests were made, from 1
 * @param jitter a number from 0 to 1: batches that fail together must not come back together
 * @returns milliseconds to wait, or null: do not send it again
 */
export function retryPause(reply: ProviderReply, attempt: number, jitter: number): number | null {
	if (attempt >= MAX_ATTEMPTS) return null;
	const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + jitter / 2);
	if (reply.kind === 'unreached') return reply.mayHeal ? backOff : null;
	if (!isRefusedForLoad(reply) || reply.kind !== 'answered') return null;
	const asked = reply.retryAfterMs ?? 0;
	return asked > LONGEST_PAUSE_MS ? null : Math.max(asked, backOff);
}

/**
 * Reads the header Retry-After: seconds or an HTTP date.
 *
 * @param now epoch milliseconds
 * @returns milliseconds from now, or null
 */
export function readRetryAfter(header: unknown, now: number): number | null {
	const value = Array.isArray(header) ? header[0] : header;
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The parts of the world that waiting needs. */
export interface Waiting {
	/** Sleeps for so many milliseconds. */
	readonly sleep: (ms: number) => Promise<void>;
	readonly cancelled: () => boolean;
	/** A number from 0 to 1. */
	readonly random: () => number;
}

/** Pauses are cut into slices, so that a cancelled execution does not sleep on. */
const SLICE_MS = 500;

async function pause(ms: number, waiting: Waiting): Promise<void> {
	for (let left = ms; left > 0 && !waiting.cancelled(); left -= SLICE_MS) {
		await waiting.sleep(Math.min(left, SLICE_MS));
	}
}

/**
 * Sends a request, and sends it again only where that is certain to be safe: it did not reach
 * the provider, or it was refused for load.
 *
 * @returns the last reply
 */
export async function callPersistently(
	call: () => Promise<ProviderReply>,
	waiting: Waiting,
): Promise<ProviderReply> {
	for (let attempt = 1; ; attempt++) {
		const reply = await call();
		const ms = retryPause(reply, attempt, waiting.random());
		if (ms === null) return reply;
		await pause(ms, waiting);
		if (waiting.cancelled()) return reply;
	}
}

/** What a form escapes and encodeURIComponent leaves. */
const LEFT: Readonly<Record<string, string>> = {
	'%20': '+',
	'!': '%21',
	"'": '%27',
	'(': '%28',
	')': '%29',
	'~': '%7E',
};

const encoded = (text: string): string =>
	encodeURIComponent(toWellFormed(text)).replace(/%20|[!'()~]/g, (sign) => LEFT[sign] ?? sign);

/**
 * Fields as `application/x-www-form-urlencoded`, exactly as URLSearchParams writes them: that one
 * goes character by character, which takes long for a campaign.
 */
export const formText = (fields: Readonly<Record<string, string>>): string =>
	Object.entries(fields)
		.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
		.join('&');
