import type { FastifyRequest } from 'fastify';

import { decodeBytes, readForm } from '../payload/form.mts';

/** Parameters of a v9.0 request, and its body as the request log keeps it. */
export interface ReadRequest {
	readonly parameters: ReadonlyMap<string, string>;
	readonly recorded:
		| { readonly kind: 'text'; readonly text: string }
		| { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> };
}

/** The query string as bytes (Latin-1). */
const queryOf = (url: string): string => {
	const at = url.indexOf('?');
	return at < 0 ? '' : url.slice(at + 1);
};

/** The body as bytes; empty without one. */
export const bodyOf = (request: FastifyRequest): Buffer =>
	Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

/**
 * A field of a multipart form. Where its part names no character set, each character stands for a
 * byte: old programs write it in the encoding of their machine.
 */
const fieldText = (value: string): string =>
	/[^\0-\xff]/.test(value) ? value : decodeBytes(Buffer.from(value, 'latin1'));

async function multipartFields(request: FastifyRequest): Promise<Map<string, string>> {
	const fields = new Map<string, string>();
	for await (const part of request.parts()) {
		const value =
			part.type === 'file'
				? decodeBytes(await part.toBuffer())
				: fieldText(String(part.value ?? ''));
		fields.set(part.fieldname, value);
	}
	return fields;
}

/** A JSON body: its values become parameters, and a payload may stand in it as an object. */
function jsonFields(text: string): Map<string, string> | null {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
		return new Map(
			Object.entries(value)
				.filter(([, each]) => each !== null)
				.map(([name, each]) => [
					name,
					typeof each === 'object' ? JSON.stringify(each) : String(each),
				]),
		);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return null;
		throw error;
	}
}

/** A body without its parameter's name is the payload itself. */
function bodyFields(body: Buffer): Map<string, string> {
	const text = decodeBytes(body).replace(/^[\s\ufeff]+/, '');
	if (text.startsWith('<')) return new Map([['smsData', text]]);
	if (text.startsWith('{')) {
		const fields = jsonFields(text);
		if (fields === null || fields.has('DATA')) return new Map([['smsData', text]]);
		return fields;
	}
	return readForm(body.toString('latin1'));
}

/** Reads query string and body, whatever their encoding; the body wins. */
export async function readParameters(request: FastifyRequest): Promise<ReadRequest> {
	const query = readForm(queryOf(request.originalUrl));
	if (request.isMultipart()) {
		const fields = await multipartFields(request);
		return {
			parameters: new Map([...query, ...fields]),
			recorded: { kind: 'fields', fields: Object.fromEntries(fields) },
		};
	}
	const body = bodyOf(request);
	return {
		parameters: new Map([...query, ...bodyFields(body)]),
		recorded: { kind: 'text', text: decodeBytes(body) },
	};
}
