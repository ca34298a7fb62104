/** The largest answer that is read: 100,000 receipts need some 20 MB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** An answer larger than {@link MAX_ANSWER_BYTES}. */
export class OversizedAnswer extends Error {}

/** What is used of a Node.js stream. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

/** Reads a whole answer, or throws {@link OversizedAnswer} before it fills the memory. */
export async function readBoundedBody(body: ByteStream): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > MAX_ANSWER_BYTES) {
			body.destroy();
			throw new OversizedAnswer('The answer is too large');
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
