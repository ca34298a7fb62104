import { z } from 'zod/v4';

import { decimal, fields, text, whole } from '../json-input.mts';
import { readPhoneNumber } from '../numbers/phone-number.mts';
import { webhooks } from '../pushes/webhooks.mts';
import { answerHabits, pushSettings, receiptDelays, settings } from '../settings.mts';

const error = 'must be a number such as 33612345678 or 0612345678';

/** A phone number in any usual form, or as a JSON number. */
const phoneNumber = z.union([z.string(), z.number()], { error }).transform((given, context) => {
	const digits = readPhoneNumber(String(given));
	if (digits === null) context.addIssue({ code: 'custom', message: error });
	return digits ?? z.NEVER;
});

/** An SMS from a phone. */
export const replyInput = fields({
	phoneNumber,
	message: text.refine((given) => given !== '', { error: 'must be a text that is not empty' }),
});

const LARGEST = 1_000_000_000_000;

/** Credits and balance of the account: of one follows the other, where only one is given. */
export const accountChange = fields({
	credits: whole(0, LARGEST),
	balance: decimal(0, LARGEST),
}).partial();

/** Where receipts and replies are pushed to; what is missing stays. */
export const webhooksChange = webhooks.partial();

/** How answers look; what is missing stays. */
export const habitsChange = answerHabits.partial();

/** Delays and limits; what is missing stays. */
export const settingsChange = settings
	.extend({ receiptDelaysMs: receiptDelays.partial(), pushes: pushSettings.partial() })
	.partial();
