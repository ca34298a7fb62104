const MASK = '***';

/** Names whose values are secret wherever they stand. */
const SECRET = 'apikey|api_key|passcode|password|passwd|token|authorization';

/** `apiKey=…` in a query string or form, with the name encoded or not. */
const IN_FORM = new RegExp(`((?:^|[?&;\\s])(?:${SECRET})=)[^&\\s]*`, 'gi');

/** `"apiKey": "…"`, also inside a JSON text that is itself a JSON or form value. */
const IN_JSON = new RegExp(
	`((?:"|\\\\"|%22)(?:${SECRET})(?:"|\\\\"|%22)\\s*(?::|%3A)\\s*(?:%20|\\+)*)` +
		'(?:"(?:[^"\\\\]|\\\\.)*"|\\\\"[\\s\\S]*?\\\\"|%22[\\s\\S]*?%22|[\\w.-]+)',
	'gi',
);

/** `<PASSWORD>…</PASSWORD>`, encoded or not. */
const IN_XML = new RegExp(
	`((?:<|%3C)(?:${SECRET})(?:>|%3E))[\\s\\S]*?((?:<|%3C)(?:/|%2F)(?:${SECRET})(?:>|%3E))`,
	'gi',
);

/** A key as it may stand in a text: plain, percent-encoded, and as a form writes it. */
const spellings = (key: string): string[] => [
	...new Set([key, encodeURIComponent(key), new URLSearchParams({ k: key }).toString().slice(2)]),
];

/** Blanks secrets in a recorded text: values of secret names, and the given keys wherever they are. */
export function maskSecrets(text: string, keys: readonly string[]): string {
	const masked = text
		.replace(IN_FORM, `$1${MASK}`)
		.replace(IN_JSON, `$1"${MASK}"`)
		.replace(IN_XML, `$1${MASK}$2`);
	return keys
		.filter((key) => key !== '')
		.flatMap(spellings)
		.reduce((left, key) => left.replaceAll(key, MASK), masked);
}

const isSecretName = (name: string): boolean => new RegExp(`^(?:${SECRET})$`, 'i').test(name);

/** Blanks secrets in named values: request headers, or the fields of a form. */
export const maskFields = (
	fields: Readonly<Record<string, string>>,
	keys: readonly string[],
): Record<string, string> =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			name,
			isSecretName(name) || /^(?:cookie|proxy-authorization)$/i.test(name)
				? MASK
				: maskSecrets(value, keys),
		]),
	);
