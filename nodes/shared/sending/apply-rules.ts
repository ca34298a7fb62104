import { DateTime } from 'luxon';

import { placeOf, type Place } from '../advertising/places';
import {
	CALL_HOURS,
	nextAllowed,
	quietAt,
	quietWords,
	SMS_HOURS,
	type AdvertisingHours,
} from '../advertising/quiet-hours';
import { toIsoWithOffset } from '../dates/instant';
import type { Problem } from '../problem';
import { toProviderDate, type Moment } from './departure';
import type { Content, Message } from './message';
import { rejected, skipped, type Recipient } from './recipient';
import { isAllowedRecipient, notAllowed, type SendingRules } from './rules';

/** Why a number wants no advertising, as a sentence goes on after "the number"; null: it may get it. */
export type Unwanted = (to: string) => string | null;

/** What the rules need to know of the world. */
export interface World extends Moment {
	/** Who wants no advertising, or why nobody can tell. */
	readonly unwanted: Unwanted | Problem;
}

/** Whether there is no rule that could keep anybody away. */
export const isUnruled = ({ allowed, quietHours, testRecipient }: SendingRules): boolean =>
	allowed === null && quietHours === null && testRecipient === null;

/** Whether what a recipient gets is advertising to him. A test is none: it goes to the user. */
export const isAdvertising = ({ message, meantFor }: Recipient): boolean =>
	message.rules.quietHours !== null && meantFor === undefined;

/** The most texts of a run that go to a test phone. */
const MOST_TESTS = 5;

const hoursOf = ({ kind }: Content): AdvertisingHours => (kind === 'text' ? SMS_HOURS : CALL_HOURS);

/** Sends the first texts to the test phone, at once, and without using up anything. */
function diverter<C extends Content>(): (recipient: Recipient<C>, to: string) => Recipient<C> {
	const tests = new Map<Message<C>, Message<C>>();
	let count = 0;
	return (recipient, to) => {
		if (count === MOST_TESTS) {
			const text = `Not sent: 'Test Recipient' is set, and gets the first ${MOST_TESTS} texts of a run.`;
			return { ...recipient, known: skipped(text) };
		}
		count++;
		const { message } = recipient;
		const test = tests.get(message) ?? {
			...message,
			settings: { ...message.settings, date: null, uniqueIdentifier: null },
			uniqueKey: null,
			scheduledFor: null,
		};
		tests.set(message, test);
		return { ...recipient, to, message: test, meantFor: recipient.to };
	};
}

/** When a message would leave, by what it says. */
function departureOf({ scheduledFor }: Message, now: DateTime): DateTime {
	const date = scheduledFor === null ? now : DateTime.fromISO(scheduledFor);
	return date > now ? date : now;
}

/** What quiet hours make of a departure: null where it stays as it is. */
interface Delay {
	/** Null where there is no moment that is allowed. */
	readonly until: DateTime | null;
	readonly why: string;
}

function delayOf(at: DateTime, place: Place, hours: AdvertisingHours): Delay | null {
	const quiet = quietAt(at, place, hours);
	if (quiet === null) return null;
	return { until: nextAllowed(at, place, hours), why: quietWords(quiet, hours) };
}

/** Most recipients of a run are of one place and leave at one time. */
function delays(now: DateTime): (recipient: Recipient) => Delay | null {
	const known = new Map<string, Map<Place, Delay | null>>();
	return ({ to, message }) => {
		const key = `${message.content.kind} ${message.scheduledFor ?? ''}`;
		const ofPlaces = known.get(key) ?? new Map<Place, Delay | null>();
		known.set(key, ofPlaces);
		const place = placeOf(to);
		const before = ofPlaces.get(place);
		if (before !== undefined) return before;
		const delay = delayOf(departureOf(message, now), place, hoursOf(message.content));
		ofPlaces.set(place, delay);
		return delay;
	};
}

const tooQuiet = (to: string, why: string): Problem => ({
	what: `advertising may not reach ${to} then, because ${why}`,
	remedy: "Choose another time under 'Send At', or let 'Quiet Hours' postpone it.",
	kind: 'advertising may not reach the number at that time',
});

/** Moves messages to the end of quiet hours; those of equal messages share one again. */
function postponer<C extends Content>(workflowZone: string) {
	const moved = new Map<Message<C>, Map<number, Message<C>>>();
	return (message: Message<C>, until: DateTime, why: string): Message<C> => {
		const ofMessage = moved.get(message) ?? new Map<number, Message<C>>();
		moved.set(message, ofMessage);
		const before = ofMessage.get(until.toMillis());
		if (before) return before;
		const date = toProviderDate(until, message.rules.providerTimezone);
		const later = {
			...message,
			settings: { ...message.settings, date },
			scheduledFor: toIsoWithOffset(until, workflowZone),
			postponed: why,
		};
		ofMessage.set(until.toMillis(), later);
		return later;
	};
}

/**
 * Keeps to the rules before anything leaves: whoever may not be texted, or not now, is rejected,
 * skipped, moved to a later time, or stood in for by the test phone. Nobody is lost.
 */
export function applyRules<C extends Content>(
	recipients: ReadonlyArray<Recipient<C>>,
	{ now, workflowZone, unwanted }: World,
): Array<Recipient<C>> {
	const divert = diverter<C>();
	const postpone = postponer<C>(workflowZone);
	const delayFor = delays(now);

	const advertise = (recipient: Recipient<C>): Recipient<C> => {
		const { to, message } = recipient;
		if (typeof unwanted !== 'function') return { ...recipient, known: rejected(unwanted) };
		const reason = unwanted(to);
		if (reason !== null) return { ...recipient, known: skipped(`Not sent: the number ${reason}.`) };
		const delay = message.rules.quietHours === 'ignore' ? null : delayFor(recipient);
		if (delay === null) return recipient;
		const { until, why } = delay;
		return message.rules.quietHours === 'reject' || until === null
			? { ...recipient, known: rejected(tooQuiet(to, why)) }
			: { ...recipient, message: postpone(message, until, why) };
	};

	return recipients.map((recipient) => {
		const { to, known, message } = recipient;
		const { allowed, testRecipient } = message.rules;
		if (known !== null) return recipient;
		if (allowed !== null && !isAllowedRecipient(to, allowed)) {
			return { ...recipient, known: rejected(notAllowed(to, allowed)) };
		}
		if (testRecipient !== null) return divert(recipient, testRecipient);
		return isAdvertising(recipient) ? advertise(recipient) : recipient;
	});
}

/** Why a message that was allowed may not leave at this very moment; null: it may. */
export function quietSince(recipient: Recipient, now: DateTime): Problem | null {
	const { message, to } = recipient;
	if (!isAdvertising(recipient) || message.rules.quietHours === 'ignore') return null;
	const quiet = quietAt(departureOf(message, now), placeOf(to), hoursOf(message.content));
	if (quiet === null) return null;
	const why = quietWords(quiet, hoursOf(message.content));
	return {
		what: `quiet hours began before its request left: ${why}`,
		remedy: 'Run the node again for those that were rejected: they are postponed then.',
	};
}
