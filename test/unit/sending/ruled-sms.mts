import { DateTime } from 'luxon';

import type { World } from '../../../nodes/shared/sending/apply-rules.ts';
import type { Recipient } from '../../../nodes/shared/sending/recipient.ts';
import type { TextContent } from '../../../nodes/shared/sending/message.ts';
import type { SendingRules } from '../../../nodes/shared/sending/rules.ts';
import { rules, smsTo } from './recipients.mts';

/** What the rules depend on beside the SMS. */
export const world = (at: string, more: Partial<World> = {}): World => ({
	now: DateTime.fromISO(at),
	workflowZone: 'Europe/Paris',
	unwanted: () => null,
	...more,
});

/** An SMS with some rules set. */
export function sms(to: string, set: Partial<SendingRules>, scheduledFor: string | null = null) {
	const recipient = smsTo(to);
	const message = { ...recipient.message, rules: { ...rules, ...set }, scheduledFor };
	return { ...recipient, message };
}

/** The one recipient that there should be. */
export const only = (recipients: ReadonlyArray<Recipient<TextContent>>) => {
	const [recipient, ...more] = recipients;
	if (!recipient || more.length > 0) throw new Error('One recipient was expected');
	return recipient;
};
