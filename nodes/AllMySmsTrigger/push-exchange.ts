import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { fail, read, type Result } from '../shared/problem';
import { isFields } from '../shared/values';
import { decodeText } from '../shared/pushes/push-form';
import type { IncomingPush } from '../shared/pushes/read-push';

/** The request as n8n hands it over: Express's, with some parts of n8n's own. */
type PushRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** A body that can be used; the problem is one line for whoever sent it. */
type BodyReading = Result<IncomingPush['body']>;

const refused = (what: string) => fail({ what, remedy: '' });

/** A push of 10,000 events needs some 3 MB. */
const MAX_BYTES = 5 * 1024 * 1024;

const TOO_LARGE = refused('The push is larger than 5 MB');

const ofBytes = (bytes: Uint8Array, contentType: string): BodyReading =>
	bytes.length > MAX_BYTES ? TOO_LARGE : read({ kind: 'bytes', bytes, contentType });

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

/** A file of a form as n8n keeps it while it handles the request. */
interface FormFile {
	readonly filepath: string;
	readonly size: number;
}

const isFormFile = (value: unknown): value is FormFile =>
	isFields(value) && typeof value.filepath === 'string' && typeof value.size === 'number';

async function contentOf(context: IWebhookFunctions, { filepath }: FormFile): Promise<string> {
	// The type is given so that n8n does not look into the file for one.
	const { id, data } = await context.nodeHelpers.copyBinaryFile(filepath, 'push', 'text/plain');
	if (id === undefined) return decodeText(Buffer.from(data, 'base64'));
	const stream = await context.helpers.getBinaryStream(id);
	return decodeText(await context.helpers.binaryToBuffer(stream));
}

/** n8n reads multipart forms before the node sees them; files count by their content. */
async function formOf(context: IWebhookFunctions): Promise<BodyReading | null> {
	const body: unknown = context.getRequestObject().body;
	if (!isFields(body) || !isFields(body.data) || !isFields(body.files)) return null;
	const fields: Record<string, unknown> = { ...body.data };
	for (const [name, value] of Object.entries(body.files)) {
		const files = [value].flat().filter(isFormFile);
		if (files.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES) return TOO_LARGE;
		const contents: string[] = [];
		for (const file of files) contents.push(await contentOf(context, file));
		fields[name] = contents.length === 1 ? contents[0] : contents;
	}
	return read({ kind: 'form', fields });
}

/**
 * Reads the body of a push: as it came where n8n has left that, else what n8n made of it. Up to a
 * size that no push has. Never throws.
 */
export async function readBody(context: IWebhookFunctions): Promise<BodyReading> {
	const request = context.getRequestObject();
	const contentType = request.headers['content-type'] ?? '';
	const present = rawBodyOf(request);
	if (present) return ofBytes(present, contentType);
	if (!isAnnounced(request)) return ofBytes(new Uint8Array(), contentType);
	if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return TOO_LARGE;
	try {
		const form = await formOf(context);
		if (form) return form;
		const bytes = await readAll(request);
		if (bytes) return ofBytes(bytes, contentType);
	} catch (error) {
		if (isFields(error) && error.type === 'entity.too.large') return TOO_LARGE;
	}
	return refused('The push did not arrive as a whole');
}

/** The answer to a push, before and while it is written. */
export type PushResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What AllMySMS, or whoever calls, gets when nothing is wrong. */
export const OK = 'OK';

const HEADERS = {
	'Content-Type': 'text/plain; charset=utf-8',
	// A push may be a GET: an answer from a cache would be a lost event.
	'Cache-Control': 'no-store',
} as const;

/** Answers a push that starts nothing. */
export function answerPush(
	response: PushResponse,
	httpStatus: 200 | 400 | 401 | 500,
	line: string,
): IWebhookResponseData {
	response.writeHead(httpStatus, { ...HEADERS, 'Content-Length': Buffer.byteLength(line) });
	response.end(line);
	return { noWebhookResponse: true };
}

/** Prepares the answer that n8n gives as soon as it has started the execution. */
export function prepareOk(response: PushResponse): void {
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/**
 * Waits for the end of an answer.
 *
 * @returns whether the caller was told 200; false also where he left before
 */
export async function isToldOk(response: PushResponse): Promise<boolean> {
	if (!response.destroyed) {
		await new Promise<void>((resolve) => response.once('close', () => resolve()));
	}
	return response.writableFinished && response.statusCode === 200;
}
