import { isFrench } from '../numbers/french-plan.mts';
import { hasStopMention } from '../text/stop.mts';

/** The sender of an SMS without a name: the only one that can be replied to. */
export const SHORT_NUMBER = '36180';

/**
 * 3 to 11 letters, digits, blanks, dots, dashes and underscores, a letter first. Operators forbid
 * more than that (docs/provider.md, Sender), but programs in use send blanks.
 */
const NAME = /^[A-Za-z][A-Za-z0-9 ._-]{2,10}$/;

/**
 * What a phone shows as the sender. The networks put the short number in place of a name that they
 * do not take and, in France, of a name whose text does not tell how to unsubscribe.
 *
 * @param text as the phone shows it
 */
export function shownSender(requested: string, text: string, phoneNumber: string): string {
	if (!NAME.test(requested)) return SHORT_NUMBER;
	return isFrench(phoneNumber) && !hasStopMention(text) ? SHORT_NUMBER : requested;
}
