import { createHash, timingSafeEqual } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../shared/provider/gateway';
import { decodedButPlus, formParts, readForm } from '../shared/pushes/push-form';

const digest = (text: string): Buffer => createHash('sha256').update(text.trim(), 'utf8').digest();

/**
 * A token may hold any characters, and people paste it into an address as it is: `a+b` may mean
 * itself, and so may `50%`.
 */
function* readings(query: string): Generator<string> {
	for (const [name, value] of readForm(query)) if (name === 'token') yield value;
	for (const [name, value] of formParts(query)) {
		if (name !== 'token') continue;
		yield decodedButPlus(value);
		yield value;
	}
}

/**
 * Whether the address that was called carries the token, compared in a time that tells nothing of
 * it. Without a token everybody may call.
 *
 * @param query what follows the question mark, as it came
 */
export function carriesToken(query: string, token: string): boolean {
	if (token.trim() === '') return true;
	const wanted = digest(token);
	let isFound = false;
	for (const given of readings(query)) {
		if (timingSafeEqual(digest(given), wanted)) isFound = true;
	}
	return isFound;
}

/** How long a token is taken for the current one. */
const FRESH_MS = 10_000;
/** A call with another token than the remembered one has it read anew, but no more often than this. */
const READ_AGAIN_MS = 1_000;
/** Triggers of one n8n process; the one that was read longest ago is forgotten beyond. */
const MAX_REMEMBERED = 1_000;

interface Remembered {
	readonly readAt: number;
	readonly token: Promise<string>;
}

/** For all triggers of this n8n process. */
const remembered = new Map<string, Remembered>();

async function readToken(context: IWebhookFunctions): Promise<string> {
	const { webhookToken } = await context.getCredentials(CREDENTIAL_TYPE);
	return typeof webhookToken === 'string' ? webhookToken : '';
}

/** Null for a trigger without a credential. */
function placeOf(context: IWebhookFunctions): string | null {
	const node = context.getNode();
	const credential = node.credentials?.[CREDENTIAL_TYPE];
	if (credential === undefined) return null;
	return JSON.stringify([context.getWorkflow().id, node.id, credential.id, credential.name]);
}

function readNow(context: IWebhookFunctions, place: string): Promise<string> {
	const token = readToken(context);
	remembered.delete(place);
	remembered.set(place, { readAt: Date.now(), token });
	// What could not be read is asked for again by the next call.
	token.catch(() => {
		if (remembered.get(place)?.token === token) remembered.delete(place);
	});
	for (const oldest of remembered.keys()) {
		if (remembered.size <= MAX_REMEMBERED) break;
		remembered.delete(oldest);
	}
	return token;
}

/**
 * Holds a caller's token against that of the credential. n8n reads a credential in an isolate of its
 * own, which costs more than the rest of a push: a token that was read in the last seconds will do.
 *
 * A new token is accepted within a second, because a call that the remembered one refuses has the
 * credential read again; the token before it is accepted for ten seconds more.
 *
 * @param accepts whether the caller's token is the given one
 * @returns the token that was accepted, '' where none is asked for, or null for a refused call
 * @throws what n8n throws for a credential that cannot be read
 */
export async function acceptedToken(
	context: IWebhookFunctions,
	accepts: (token: string) => boolean,
): Promise<string | null> {
	const place = placeOf(context);
	if (place === null) return '';
	const known = remembered.get(place);
	const age = known === undefined ? Infinity : Date.now() - known.readAt;
	if (known !== undefined && age < FRESH_MS) {
		const token = await known.token;
		if (accepts(token)) return token;
		if (age < READ_AGAIN_MS) return null;
	}
	const token = await readNow(context, place);
	return accepts(token) ? token : null;
}
