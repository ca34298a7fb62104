import { isFields, type Fields } from '../values';
import { MAX_DEPTH, textOf } from './fields';

/** Names of what nobody but the user may see. */
const API_KEY = /^api_?key$/i;
const SECRET = /^(?:api_?key|pass(?:word|code)?)$/i;

const MASK = '***';

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
		.reduce((text, secret) => text.replaceAll(secret, MASK), words);
}
