import { readAnswer, type AnswerData } from '../vocabulary/answers';
import type { RawPush } from '../vocabulary/spellings';
import { decodeText, formObject, formParts, readForm, readMultipart } from './push-form';
import { isBlank, membersOf } from './push-members';

/** The parts of a request that make a push. */
export interface IncomingPush {
	/** What follows the question mark of the address, as it came. */
	readonly query: string;
	readonly body:
		| { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly contentType: string }
		/** A form that n8n has read before. */
		| { readonly kind: 'form'; readonly fields: RawPush };
}

/** What a push holds. */
export type PushReading =
	/** In the order in which they came; never empty. */
	| { readonly kind: 'events'; readonly events: readonly RawPush[] }
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
function readQuery(query: string): RawPush {
	return formObject(readForm(query).filter(([name]) => name.toLowerCase() !== 'token'));
}

/** Null where the text is no form. */
function formData(bytesAsText: string): RawPush | null {
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
