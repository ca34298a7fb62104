import { createHash, timingSafeEqual } from 'crypto';

import { decodedButPlus, formParts, readForm } from './push-form';

const digest = (text: string): Buffer => createHash('sha256').update(text.trim(), 'utf8').digest();

/**
 * A token may hold any characters, and people paste it into an address as it is: `a+b` may mean
 * itself, and so may `50%`.
 */
function* readings(query: string): Generator<string> {
	for (const [name, value] of readForm(query)) if (name === 'token') yield value;
	for (const [name, value] of formParts(query)) {
		if (name !== 'token') continue;
		yield decodedButPlus(value);
		yield value;
	}
}

/**
 * Whether the address that was called carries the token, compared in a time that tells nothing of
 * it. Without a token everybody may call.
 *
 * @param query what follows the question mark, as it came
 */
export function carriesToken(query: string, token: string): boolean {
	if (token.trim() === '') return true;
	const wanted = digest(token);
	let isFound = false;
	for (const given of readings(query)) {
		if (timingSafeEqual(digest(given), wanted)) isFound = true;
	}
	return isFound;
}
