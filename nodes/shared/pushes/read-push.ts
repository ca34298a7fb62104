import { isFields, type Fields } from '../values';
import { readAnswer, type AnswerData } from '../vocabulary/answers';
import { readEvent } from './sms-event';
import { decodeText, formObject, formParts, readForm, readMultipart } from './push-form';

/** The events of a push, and whether there was anything that is no object. */
interface Members {
	readonly events: readonly Fields[];
	readonly hasStrays: boolean;
}

const WRAPPERS = ['acks', 'mos', 'reports'];
const MAX_DEPTH = 5;

const NOTHING: Members = { events: [], hasStrays: false };

const merged = (all: readonly Members[]): Members => ({
	events: all.flatMap(({ events }) => events),
	hasStrays: all.some(({ hasStrays }) => hasStrays),
});

/** Nothing in it but empty texts, null, empty lists and objects. */
function isBlank(value: unknown): boolean {
	if (value === null || value === undefined) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (typeof value !== 'object') return false;
	return Object.values(value).every(isBlank);
}

/** A form field may hold the whole push as JSON or XML. */
function unpacked(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[\s\uFEFF]*[[{<]/.test(value)) return value;
	return readAnswer(value) ?? value;
}

/** What stands in an envelope of one key, where that is an event that is understood. */
function inEnvelope(object: Fields, depth: number): Members | null {
	const [only, ...others] = Object.values(object);
	const content = others.length === 0 ? unpacked(only) : null;
	if (typeof content !== 'object' || content === null) return null;
	const inner = membersOf(content, depth - 1);
	return inner.events.some((raw) => readEvent(raw).event !== 'other') ? inner : null;
}

/**
 * Finds the events in a push: a single object, a list of them, or lists in an envelope
 * (`{ acks: [...] }`). What is blank is left out.
 */
function membersOf(value: unknown, depth = MAX_DEPTH): Members {
	if (isBlank(value)) return NOTHING;
	if (depth === 0) return { events: [], hasStrays: true };
	if (Array.isArray(value)) return merged(value.map((member) => membersOf(member, depth - 1)));
	if (!isFields(value)) return { events: [], hasStrays: true };

	const lists = Object.entries(value).filter(
		([key, list]) => WRAPPERS.includes(key.toLowerCase()) && typeof list === 'object',
	);
	if (lists.length > 0) return merged(lists.map(([, list]) => membersOf(list, depth - 1)));
	if (readEvent(value).event !== 'other') return { events: [value], hasStrays: false };
	return inEnvelope(value, depth) ?? { events: [value], hasStrays: false };
}

/** The parts of a request that make a push. */
export interface IncomingPush {
	/** What follows the question mark of the address, as it came. */
	readonly query: string;
	readonly body:
		| { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly contentType: string }
		/** A form that n8n has read before. */
		| { readonly kind: 'form'; readonly fields: Fields };
}

/** What a push holds. */
export type PushReading =
	/** In the order in which they came; never empty. */
	| { readonly kind: 'events'; readonly events: readonly Fields[] }
	/** AllMySMS may call an address with nothing when it is saved in the client area. */
	| { readonly kind: 'empty' }
	/** `reason` is one line for whoever sent it. */
	| { readonly kind: 'unreadable'; readonly reason: string };

/** More events in one push cannot be from the provider, and would fill n8n's memory. */
export const MAX_EVENTS = 10_000;

const UNREADABLE: PushReading = {
	kind: 'unreadable',
	reason: 'The push cannot be read: it is neither a form nor JSON nor XML',
};
const TOO_MANY: PushReading = {
	kind: 'unreadable',
	reason: `The push holds more than ${MAX_EVENTS} events`,
};

/** Names as forms have them; garbage has others. */
const FIELD_NAME = /^[\p{L}\p{N}_.$ [\]-]{1,100}$/u;

/** The query string without the token: it is a secret and no part of the push. */
function readQuery(query: string): Fields {
	return formObject(readForm(query).filter(([name]) => name.toLowerCase() !== 'token'));
}

/** Null where the text is no form. */
function formData(bytesAsText: string): Fields | null {
	const [first] = formParts(bytesAsText);
	if (first === undefined || !bytesAsText.includes('=')) return null;
	const fields = readForm(bytesAsText.trim());
	return fields.every(([name]) => FIELD_NAME.test(name)) ? formObject(fields) : null;
}

/** The content type is a hint at best: what the body looks like decides. Null: unreadable. */
async function bodyData(bytes: Uint8Array, contentType: string): Promise<AnswerData | null> {
	if (/^multipart\//i.test(contentType)) {
		const fields = await readMultipart(bytes, contentType);
		if (fields) return formObject(fields);
	}
	const text = decodeText(bytes);
	if (text.trim() === '' || /^\s*(?:null|"\s*")\s*$/.test(text)) return {};
	if (/^\s*[[{<]/.test(text)) return readAnswer(text);
	return formData(Buffer.from(bytes).toString('latin1'));
}

/** Reads the events of a push. Never throws. */
export async function readPush({ query, body }: IncomingPush): Promise<PushReading> {
	const fromQuery = readQuery(query);
	const data = body.kind === 'form' ? body.fields : await bodyData(body.bytes, body.contentType);
	if (data === null) return UNREADABLE;

	const { events, hasStrays } = membersOf(data);
	if (events.length > MAX_EVENTS) return TOO_MANY;
	if (events.length > 0) {
		if (isBlank(fromQuery)) return { kind: 'events', events };
		return { kind: 'events', events: events.map((event) => ({ ...fromQuery, ...event })) };
	}
	if (hasStrays) return UNREADABLE;
	const inQuery = membersOf(fromQuery);
	if (inQuery.events.length > MAX_EVENTS) return TOO_MANY;
	return inQuery.events.length > 0 ? { kind: 'events', events: inQuery.events } : { kind: 'empty' };
}
