/** @typedef {import('./state.mjs').ApiRequest} ApiRequest */

/** Characters of a request that are shown: a campaign of 2,000 is half a megabyte. */
const longest = 20_000;

/** Headers that tell something about the client. */
const tellingHeaders = ['content-type', 'user-agent', 'authorization'];

/**
 * A request as a person reads it: its line, its fields decoded, JSON in lines.
 *
 * @param {ApiRequest} request
 */
export function requestText({ method, path, query, headers, body }) {
	const head = tellingHeaders
		.filter((name) => headers[name] !== undefined)
		.map((name) => `${name}: ${headers[name]}`);
	const fields = [readForm(query), isForm(headers) ? readForm(body) : readJson(body)];
	const text = [`${method} ${path}`, ...head, '', ...fields].filter(isTold).join('\n');
	return text.length <= longest
		? text
		: `${text.slice(0, longest)}\n… ${(text.length - longest).toLocaleString()} more characters`;
}

/**
 * An empty line stands only between the head and the fields.
 *
 * @param {string} line
 * @param {number} index
 * @param {readonly string[]} all
 */
const isTold = (line, index, all) =>
	line !== '' || all.slice(index + 1).some((rest) => rest !== '');

/** @param {Readonly<Record<string, string>>} headers */
const isForm = (headers) => (headers['content-type'] ?? '').includes('x-www-form-urlencoded');

/** @param {string} form */
const readForm = (form) =>
	[...new URLSearchParams(form)].map(([name, value]) => `${name}: ${readJson(value)}`).join('\n');

/** @param {string} text JSON comes back in lines, everything else as it is */
function readJson(text) {
	if (!/^\s*[[{]/.test(text)) return text;
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch (error) {
		if (error instanceof SyntaxError) return text;
		throw error;
	}
}
