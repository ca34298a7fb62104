const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** Latin-1 as the web reads it, with the euro sign and typographic quotes of Windows. */
const LATIN_1 = new TextDecoder('windows-1252');

/**
 * Reads text of a push: UTF-8, and Latin-1 where the bytes are no UTF-8, because nobody knows
 * which of the two AllMySMS sends. A byte order mark is dropped.
 */
export function decodeText(bytes: Uint8Array): string {
	try {
		return UTF_8.decode(bytes);
	} catch {
		return LATIN_1.decode(bytes);
	}
}

/** The same for a text each of whose characters stands for one byte as it came. */
export const decodeBytes = (bytesAsText: string): string =>
	/^\p{ASCII}*$/u.test(bytesAsText) ? bytesAsText : decodeText(Buffer.from(bytesAsText, 'latin1'));
