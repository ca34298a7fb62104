import { lostHints } from './lost-hints';
import type { RecipientLine } from './planned-sms';
import { senderHints } from './sender-hints';
import { textHints } from './text-hints';

/** What is worth a second look before, or after, SMS were sent, in sentences for the user. */
export const smsHints = (lines: readonly RecipientLine[]): string[] => [
	...lostHints(lines),
	...senderHints(lines),
	...textHints(lines),
];
