/** Whether a reply asks to be texted no more: it begins with STOP, accents and case aside. */
export function isStop(message: string | null): boolean {
	const start = (message ?? '').slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '');
	return /^[^\p{L}\p{N}]*stop/iu.test(start);
}

/** French operators honour a sender name only in texts that tell how to unsubscribe. */
const MENTION = ' STOP au 36180';

/** The text with its STOP mention, once: a text that has one is left alone. */
export const withStopMention = (text: string): string =>
	/stop\s+au\s+36180/i.test(text) ? text : `${text}${MENTION}`;
