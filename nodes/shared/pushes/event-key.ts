import { createHash } from 'crypto';

import type { SmsEvent } from './sms-event';

/** Enough of the hash that no two events of an account share it. */
const KEY_LENGTH = 16;

/** What makes an event itself; null where nothing tells it from another one. */
function identity(event: SmsEvent): unknown[] | null {
	switch (event.event) {
		case 'deliveryReport': {
			const { smsId, phoneNumber, receptionDate, meaning, statusText } = event;
			const { statusCode, status } = meaning;
			if (smsId === null && (phoneNumber === null || receptionDate === null)) return null;
			return ['report', smsId, phoneNumber, statusCode ?? [status, statusText], receptionDate];
		}
		case 'reply':
		case 'stop': {
			const { replyId, smsId, phoneNumber, message, receptionDate } = event;
			if (replyId !== null) return ['reply', replyId, phoneNumber, message];
			// The same word twice may be two answers.
			if (phoneNumber === null || receptionDate === null) return null;
			return ['reply', smsId, phoneNumber, message, receptionDate];
		}
		case 'other':
			return event.receptionDate === null ? null : ['other', event.raw];
	}
}

/**
 * The key under which repeats of an event are recognised. Only what is certain to be the same
 * event has the same key: a second start of a workflow is better than a lost reply.
 *
 * @returns null where a repeat cannot be told from a new event
 */
export function eventKey(event: SmsEvent): string | null {
	const parts = identity(event);
	if (parts === null) return null;
	const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
	return hash.slice(0, KEY_LENGTH);
}
