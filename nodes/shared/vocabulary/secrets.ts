import { isFields, type Fields } from '../values';
import { MAX_DEPTH, textOf, type RawPush } from './fields';

const API_KEY = /^api_?key$/i;
const SECRET = /^(?:api_?key|pass(?:word|code)?)$/i;

/** A row of the provider as it came, but for keys and passwords, which it repeats in some answers. */
export const withoutSecrets = (fields: Fields): Record<string, unknown> =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));

function valuesUnder(name: RegExp, value: unknown, depth = 0): string[] {
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((member) => valuesUnder(name, member, depth + 1));
	if (!isFields(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => {
		const text = name.test(key) ? textOf(member) : null;
		return text === null ? valuesUnder(name, member, depth + 1) : [text];
	});
}

/** The API key that an answer gives, wherever it stands; null where it gives none. */
export const apiKeyIn = (answer: unknown): string | null => valuesUnder(API_KEY, answer)[0] ?? null;

/** Shorter ones are no secrets, and to mask them would mangle the text. */
const SHORTEST_SECRET = 4;

/**
 * The provider's words without the secrets of its answer, and without those of the request: it may
 * repeat either.
 */
export function withoutSecretWords(
	words: string,
	answer: unknown,
	ofRequest: readonly string[],
): string {
	return [...ofRequest, ...valuesUnder(SECRET, answer)]
		.filter(({ length }) => length >= SHORTEST_SECRET)
		.sort((a, b) => b.length - a.length)
		.reduce((text, secret) => text.replaceAll(secret, '***'), words);
}

const MASK = '***';
/** A shorter token may be a word of the push by chance; then only a value of its own is hidden. */
const TELLING_LENGTH = 8;

function masked(value: unknown, secret: string): unknown {
	if (value === secret) return MASK;
	if (typeof value === 'string') {
		return secret.length < TELLING_LENGTH ? value : value.replaceAll(secret, MASK);
	}
	if (Array.isArray(value)) return value.map((member) => masked(member, secret));
	return isFields(value) ? withoutSecret(value, secret) : value;
}

/** The push without the token, wherever it stands: who calls may repeat the address in it. */
export function withoutSecret(raw: RawPush, secret: string): RawPush {
	if (secret === '') return raw;
	return Object.fromEntries(
		Object.entries(raw).map(([key, value]) => [key, masked(value, secret)]),
	);
}
