import { isUtf8 } from 'node:buffer';

/** Parameters by their names, exactly as they came. */
export type Parameters = ReadonlyMap<string, string>;

/** The names that end an unencoded payload, in any case: a misspelt one ends it too. */
const NAMES = new Set(
	`login clientcode apiKey smsData returnformat subAccount campId campaignId smsId limit message mobile tpoa
	date flash campaign type msisdnList accountData credits loginToDelete listData populateData
	deleteData listName countryIsoCode url mmsData emailData lowcost coding uniqueIdentifier`
		.toLowerCase()
		.split(/\s+/),
);

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/** Bytes as text: UTF-8, or the Western encoding of old Windows clients where it is not. */
export const decodeBytes = (bytes: Uint8Array): string =>
	(isUtf8(bytes) ? utf8 : western).decode(bytes);

const HEX = /^[\da-f]{2}$/i;

/** What the `Escape` of old Windows scripts writes: code units in Latin-1 or as `%uXXXX`. */
const unescaped = (value: string): string =>
	value
		.replace(/%(?:u([\da-f]{4})|([\da-f]{2}))/gi, (_code, wide?: string, narrow?: string) =>
			String.fromCharCode(parseInt(wide ?? narrow ?? '', 16)),
		)
		.replace(/\p{Cs}/gu, '\ufffd');

/** Decodes one value as PHP does: plus is a space, and a percent sign that begins no code stays. */
function decode(value: string): string {
	const spaced = value.replaceAll('+', ' ');
	if (!/[%\u0080-\u00ff]/.test(spaced)) return spaced;
	if (/%u[\da-f]{4}/i.test(spaced)) return unescaped(spaced);
	const bytes = Buffer.alloc(spaced.length);
	let length = 0;
	for (let index = 0; index < spaced.length; index++) {
		const hex = spaced.slice(index + 1, index + 3);
		if (spaced[index] === '%' && HEX.test(hex)) {
			bytes[length++] = parseInt(hex, 16);
			index += 2;
		} else bytes[length++] = spaced.charCodeAt(index);
	}
	return decodeBytes(bytes.subarray(0, length));
}

/** Whether a piece between two ampersands begins a parameter of the API. */
const isParameter = (piece: string): boolean =>
	NAMES.has(decode(piece.split('=', 1)[0] ?? '').toLowerCase());

/**
 * Reads a query string or a form body whose characters are bytes (Latin-1).
 *
 * The provider's own samples put XML unencoded behind `smsData=`. An ampersand in such a payload
 * is taken as part of it unless a known parameter follows.
 */
export function readForm(text: string): Map<string, string> {
	const parameters = new Map<string, string>();
	let open: { name: string; raw: string } | null = null;
	const close = () => {
		if (open) parameters.set(open.name, decode(open.raw));
	};
	for (const piece of text.split('&')) {
		if (open && /^\s*[<{]/.test(open.raw) && !isParameter(piece)) {
			open.raw += `&${piece}`;
			continue;
		}
		close();
		const at = piece.indexOf('=');
		const name = decode(at < 0 ? piece : piece.slice(0, at)).trim();
		open = name === '' ? null : { name, raw: at < 0 ? '' : piece.slice(at + 1) };
	}
	close();
	return parameters;
}
