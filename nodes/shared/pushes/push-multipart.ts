import type { FormField } from './push-form';
import { decodeBytes } from './push-text';

/**
 * Reads a multipart form with the parser that Node.js has for `fetch`. Files count by their
 * content. The whole form is in memory already, so its size is bounded by that of the body.
 *
 * @param contentType the header as it came, with its boundary
 * @returns null for what is no such form
 */
export async function readMultipart(
	bytes: Uint8Array,
	contentType: string,
): Promise<FormField[] | null> {
	// The parser takes everything for UTF-8: each byte is made a character, and read again below.
	const bytesAsText = Buffer.from(bytes).toString('latin1');
	const fields: FormField[] = [];
	try {
		const headers = { 'content-type': contentType };
		const form = await new Response(bytesAsText, { headers }).formData();
		for (const [name, value] of form) {
			const text = typeof value === 'string' ? value : await value.text();
			fields.push([decodeBytes(name), decodeBytes(text)]);
		}
	} catch {
		return null;
	}
	return fields;
}
