import { isFields } from '../vocabulary/fields';
import type { RawPush } from '../vocabulary/push-fields';

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
