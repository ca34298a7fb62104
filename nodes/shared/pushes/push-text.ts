const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** What Windows, and the web after it, put where Latin-1 has control characters, from 0x80 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromLatin1 = (bytes: Uint8Array): string =>
	Buffer.from(bytes)
		.toString('latin1')
		.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));

/**
 * Reads text of a push: UTF-8, and Latin-1 where the bytes are no UTF-8, because nobody knows
 * which of the two AllMySMS sends. A byte order mark is dropped.
 */
export function decodeText(bytes: Uint8Array): string {
	try {
		return UTF_8.decode(bytes);
	} catch {
		return fromLatin1(bytes);
	}
}

/** The same for a text each of whose characters stands for one byte as it came. */
export const decodeBytes = (bytesAsText: string): string =>
	/^\p{ASCII}*$/u.test(bytesAsText) ? bytesAsText : decodeText(Buffer.from(bytesAsText, 'latin1'));
