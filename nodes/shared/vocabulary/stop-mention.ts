/** French operators honor a sender name only in texts that tell how to unsubscribe (fact sheet 3.2). */
const MENTION = ' STOP au 36180';

/** Short numbers have five digits and begin with 3 to 8, says the CNIL. */
const SHORT_NUMBER = String.raw`(?<!\p{N})[3-8](?:\d{4}|\d \d{3}|\d{2} \d{2}| \d{2} \d{2})(?!\p{N})`;
const SIGNS = String.raw`[\s"'()<>=:*\u00AB\u00BB\u2018\u2019\u201C\u201D.,/-]*`;
const JOINING =
	'sms|mms|msg|pubs?|publicites?|message|texto|au|aux|a|to|by|par|via|gratuit|gratuitement|' +
	'le|numero|num|number|court|et|and|puis|envoyez|envoyer|envoi|send';

const BEFORE_NUMBER = new RegExp(
	String.raw`(?<![\p{L}\p{N}])(?<!non[\s-])stop(${SIGNS}(?:(?:${JOINING})(?!\p{L})${SIGNS})*)(${SHORT_NUMBER})`,
	'giu',
);
const AFTER_NUMBER = new RegExp(
	String.raw`(?<!\p{L})(?:au|to)\s+${SHORT_NUMBER}${SIGNS}(?:(?:le|mot|avec|par|by|with|en|envoyant)(?!\p{L})${SIGNS})*stop(?!\p{L})`,
	'iu',
);

/**
 * Whether a text tells how to unsubscribe: STOP with a short number, in any of the ways that people
 * write it. "Stop 38000 Grenoble" may be a place: without a word or sign between the two, only the
 * numbers count that bulk SMS come from.
 */
export function hasStopMention(text: string): boolean {
	const plain = text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
	for (const [, between = '', number = ''] of plain.matchAll(BEFORE_NUMBER)) {
		if (/[=:>]|\p{L}/u.test(between) || number.startsWith('36')) return true;
	}
	return AFTER_NUMBER.test(plain);
}

/** The text with its STOP mention, once: a text that has one is left alone. */
export const withStopMention = (text: string): string =>
	hasStopMention(text) ? text : `${text}${MENTION}`;
