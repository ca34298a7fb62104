import type { IWebhookFunctions } from 'n8n-workflow';

import { isFields } from '../shared/vocabulary/fields';
import type { IncomingPush } from '../shared/pushes/read-push';

/** The request as n8n hands it over: Express's, with some parts of n8n's own. */
export type PushRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** A body that can be used, or one line for whoever sent it. */
export type BodyReading =
	| { readonly ok: true; readonly body: IncomingPush['body'] }
	| { readonly ok: false; readonly reason: string };

/** A push of 10,000 events needs some 3 MB. */
const MAX_BYTES = 5 * 1024 * 1024;

const TOO_LARGE: BodyReading = { ok: false, reason: 'The push is larger than 5 MB' };

const ofBytes = (bytes: Uint8Array, contentType: string): BodyReading =>
	bytes.length > MAX_BYTES ? TOO_LARGE : { ok: true, body: { kind: 'bytes', bytes, contentType } };

const isAnnounced = ({ headers }: PushRequest): boolean =>
	headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** n8n's own reader unpacks gzip and stops at its limit (N8N_PAYLOAD_SIZE_MAX). */
async function readAll(request: PushRequest): Promise<Uint8Array | null> {
	if (!('readRawBody' in request) || typeof request.readRawBody !== 'function') return null;
	await request.readRawBody();
	return rawBodyOf(request);
}

const rawBodyOf = (request: PushRequest): Uint8Array | null =>
	'rawBody' in request && request.rawBody instanceof Uint8Array ? request.rawBody : null;

/** n8n has read multipart forms already where the hidden option `binaryData` is missing. */
function formOf(request: PushRequest): BodyReading | null {
	const body: unknown = request.body;
	if (!isFields(body) || !isFields(body.data) || !isFields(body.files)) return null;
	return { ok: true, body: { kind: 'form', fields: body.data } };
}

/** Reads the body of a push as it came, up to a size that no push has. Never throws. */
export async function readBody(request: PushRequest): Promise<BodyReading> {
	const contentType = request.headers['content-type'] ?? '';
	const present = rawBodyOf(request);
	if (present) return ofBytes(present, contentType);
	if (!isAnnounced(request)) return ofBytes(new Uint8Array(), contentType);
	if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return TOO_LARGE;
	const form = formOf(request);
	if (form) return form;
	try {
		const bytes = await readAll(request);
		if (bytes) return ofBytes(bytes, contentType);
	} catch (error) {
		if (isFields(error) && error.type === 'entity.too.large') return TOO_LARGE;
	}
	return { ok: false, reason: 'The push did not arrive as a whole' };
}
