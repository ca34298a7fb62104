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
const decodeBytes = (bytesAsText: string): string =>
	/^\p{ASCII}*$/u.test(bytesAsText) ? bytesAsText : decodeText(Buffer.from(bytesAsText, 'latin1'));

/** A name and a value of a form or a query string, in the order in which they came. */
type FormField = readonly [name: string, value: string];

/** Percent signs that stand for no byte are left as they are. */
const percentDecoded = (text: string): string =>
	text.includes('%')
		? text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			)
		: text;

const decoded = (text: string): string => decodeBytes(percentDecoded(text.replaceAll('+', ' ')));

/** A text of a query string with its plus signs left alone. */
export const decodedButPlus = (text: string): string => decodeBytes(percentDecoded(text));

/**
 * Cuts `a=1&b=2` into its parts, nothing decoded; a part without a sign of equality has no value.
 *
 * @param bytesAsText one character for each byte as it came
 */
export function* formParts(bytesAsText: string): Generator<FormField> {
	for (const part of bytesAsText.split('&')) {
		if (part === '') continue;
		const at = part.indexOf('=');
		yield at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
	}
}

/** Reads a form body or a query string. */
export const readForm = (bytesAsText: string): FormField[] =>
	Array.from(formParts(bytesAsText), ([name, value]): FormField => [decoded(name), decoded(value)]);

/** A form as it grows: its members are texts, lists of texts, or forms of their own. */
type Branch = Map<string, string | string[] | Branch>;

const MAX_DEPTH = 5;
const BRACKETED = /^([^[\]]+)((?:\[[^[\]]*\])+)$/;

/** `acks[0][smsId]` is how PHP and others write lists into forms. */
function pathOf(name: string): string[] {
	const [, root, rest] = BRACKETED.exec(name) ?? [];
	if (root === undefined || rest === undefined) return [name];
	const path = [root, ...rest.slice(1, -1).split('][')];
	return path.length > MAX_DEPTH ? [name] : path;
}

function addLeaf(branch: Branch, key: string, value: string): void {
	const present = branch.get(key);
	if (present === undefined) branch.set(key, value);
	else if (typeof present === 'string') branch.set(key, [present, value]);
	else if (Array.isArray(present)) present.push(value);
}

function add(form: Branch, [name, value]: FormField): void {
	const path = pathOf(name);
	const last = path.pop() ?? name;
	let branch = form;
	for (const step of path) {
		const key = step === '' ? String(branch.size) : step;
		const next = branch.get(key);
		if (next instanceof Map) branch = next;
		else {
			const grown: Branch = new Map();
			branch.set(key, grown);
			branch = grown;
		}
	}
	addLeaf(branch, last === '' && path.length > 0 ? String(branch.size) : last, value);
}

const isList = (branch: Branch): boolean =>
	branch.size > 0 && [...branch.keys()].every((key) => /^\d{1,7}$/.test(key));

function grownUp(value: string | string[] | Branch): unknown {
	if (!(value instanceof Map)) return value;
	return isList(value) ? [...value.values()].map(grownUp) : toObject(value);
}

/** The key that changes what an object inherits is nobody's field. */
const toObject = (branch: Branch): Record<string, unknown> =>
	Object.fromEntries(
		[...branch].flatMap(([key, value]) => (key === '__proto__' ? [] : [[key, grownUp(value)]])),
	);

/** The fields as JSON would have them; a name that comes again has a list of its values. */
export function formObject(fields: readonly FormField[]): Record<string, unknown> {
	const form: Branch = new Map();
	for (const field of fields) add(form, field);
	return toObject(form);
}

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
