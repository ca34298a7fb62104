/** Without accents, full width and fancy letters, and what nobody sees. */
const plain = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');

/**
 * Whether a reply asks for no more SMS: its first word is STOP. A short number may be joined to it
 * (`STOP36180`), letters make it another word (`Stopper`). That is what a machine of an operator
 * looks for; other words for the same wish are read by people.
 */
export const asksToStop = (message: string): boolean =>
	/^[^\p{L}\p{N}]*stop\d*(?![\p{L}\p{N}])/iu.test(plain(message));

/**
 * Whether a text tells how to unsubscribe: the word STOP and, without another number in between, a
 * short number of bulk SMS (`STOP au 36180`, `Stop SMS au 36 180`).
 */
export const hasStopMention = (text: string): boolean =>
	/(?<![\p{L}\p{N}])stop(?!\p{L})\D{0,20}36\s?\d{3}(?!\d)/iu.test(plain(text));
