import type { IncomingMessage } from 'node:http';
import { parse as parseQueryString } from 'node:querystring';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';

import type { Request } from 'express';
import formidable from 'formidable';
import getRawBody from 'raw-body';
import { Parser } from 'xml2js';

/** What n8n adds to a request before a node sees it. */
export type N8nRequest = Request & {
	contentType?: string;
	encoding: BufferEncoding;
	rawBody?: Buffer;
	readRawBody: () => Promise<void>;
};

/** A request that n8n answers itself: the node never sees it. */
export class RequestRefused extends Error {
	constructor(
		readonly httpStatus: number,
		message: string,
	) {
		super(message);
	}
}

const PAYLOAD_LIMIT = '16mb';

const xml = () =>
	new Parser({ async: true, normalize: true, normalizeTags: true, explicitArray: false });

function bodyStream(request: Request): { stream: Readable; length?: string } {
	const encoding = request.headers['content-encoding'];
	if (encoding === 'gzip') return { stream: request.pipe(createGunzip()) };
	if (encoding === 'deflate') return { stream: request.pipe(createInflate()) };
	return { stream: request, length: request.headers['content-length'] };
}

/** Lets the request read its body, once. */
export function addBodyReader(
	request: N8nRequest,
	parseIncomingMessage: (message: IncomingMessage) => void,
): void {
	parseIncomingMessage(request);
	request.readRawBody = async () => {
		if (request.rawBody) return;
		const { stream, length } = bodyStream(request);
		request.rawBody = await getRawBody(stream, { length, limit: PAYLOAD_LIMIT });
	};
}

async function parsedForm(request: N8nRequest): Promise<unknown> {
	const single = (values: Record<string, unknown>) =>
		Object.fromEntries(
			Object.entries(values).map(([key, value]) => [
				key,
				Array.isArray(value) && value.length === 1 ? value[0] : value,
			]),
		);
	const form = formidable({
		multiples: true,
		encoding: request.encoding as formidable.BufferEncoding,
		allowEmptyFiles: true,
		minFileSize: 0,
	});
	try {
		const [data, files] = await form.parse(request);
		return { data: single(data), files: single(files) };
	} catch (error) {
		throw new RequestRefused(400, String(error));
	}
}

const isParsable = (contentType: string | undefined): boolean =>
	contentType !== undefined &&
	(/^(?:application\/json|text\/plain|application\/x-www-form-urlencoded)/.test(contentType) ||
		/[/+]xml$/.test(contentType));

/** Reads the body as n8n does before it calls a webhook node whose version is above 1. */
export async function parseRequestBody(request: N8nRequest): Promise<void> {
	const { contentType } = request;
	if (contentType === 'multipart/form-data') {
		request.body = await parsedForm(request);
		return;
	}
	if (!isParsable(contentType)) return;
	try {
		await request.readRawBody();
	} catch (error) {
		const { status } = error as { status?: number };
		throw new RequestRefused(status ?? 500, String(error));
	}
	if (!request.rawBody?.length) return;
	try {
		const text = request.rawBody.toString(request.encoding);
		if (contentType === 'application/json') request.body = JSON.parse(text) as unknown;
		else if (contentType === 'application/x-www-form-urlencoded') {
			request.body = parseQueryString(text, undefined, undefined, { maxKeys: 1000 });
		} else if (contentType === 'text/plain') request.body = text;
		else if (contentType?.endsWith('/xml') || contentType?.endsWith('+xml')) {
			request.body = (await xml().parseStringPromise(text)) as unknown;
		}
	} catch (error) {
		throw new RequestRefused(422, `Failed to parse request body: ${String(error)}`);
	}
}
