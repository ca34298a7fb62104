import type { DateTime } from 'luxon';

import { readSendAt, toIsoWithOffset, toProviderDate } from '../dates/send-at';
import { oncePerObject } from '../values';
import { read, refuse, type Result } from '../problem';

/** What does not depend on the item. */
export interface Moment {
	readonly now: DateTime;
	/** Times without a zone are meant in this one. */
	readonly workflowZone: string;
}

/** When the SMS of an item leave; both null for now. */
export interface Departure {
	/** ISO 8601 with the offset of the workflow's zone. */
	readonly scheduledFor: string | null;
	/** `YYYY-MM-DD HH:MM:SS` in the provider's zone. */
	readonly providerDate: string | null;
}

function readDate(
	raw: unknown,
	isMeant: boolean,
	providerZone: string,
	moment: Moment,
): Result<Departure> {
	const date = readSendAt(raw, moment.workflowZone, moment.now, isMeant);
	if (!date.ok) return refuse('Send At', date.problem.what, date.problem.remedy);
	if (date.value === null) return read({ scheduledFor: null, providerDate: null });
	return read({
		scheduledFor: toIsoWithOffset(date.value, moment.workflowZone),
		providerDate: toProviderDate(date.value, providerZone),
	});
}

/** Time zones are slow to reckon with, and most items of a run have the same date. */
const readingsOf = oncePerObject<Moment, Readings>(() => ({ all: new Map(), last: null }));

interface Readings {
	readonly all: Map<string, Result<Departure>>;
	last: {
		readonly given: GivenDate;
		readonly providerZone: string;
		readonly reading: Result<Departure>;
	} | null;
}

/** The parameter `sendAt` of one item. */
export interface GivenDate {
	readonly raw: unknown;
	/** An expression is to give a date, so that nothing is no date. */
	readonly isMeant: boolean;
}

/** Reads the parameter `sendAt` of one item. */
export function readDeparture(
	given: GivenDate,
	providerZone: string,
	moment: Moment,
): Result<Departure> {
	const { raw, isMeant } = given;
	if (typeof raw === 'object' && raw !== null) return readDate(raw, isMeant, providerZone, moment);
	const readings = readingsOf(moment);
	const { last } = readings;
	if (
		last !== null &&
		last.given.raw === raw &&
		last.given.isMeant === isMeant &&
		last.providerZone === providerZone
	) {
		return last.reading;
	}
	const key = JSON.stringify([typeof raw, String(raw), isMeant, providerZone]);
	const reading = readings.all.get(key) ?? readDate(raw, isMeant, providerZone, moment);
	readings.all.set(key, reading);
	readings.last = { given, providerZone, reading };
	return reading;
}
