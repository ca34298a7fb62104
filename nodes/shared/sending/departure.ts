import type { DateTime } from 'luxon';

import { expressionFor, isoText, parseInstant, toIsoWithOffset } from '../dates/instant';
import { fail, read, refuse, type Problem, type Result } from '../problem';
import { isBlank, oncePerObject } from '../values';

/** `{{ $now }}` is past by the time that it is read; what is barely past leaves now. */
const GRACE_MS = 60_000;
/** Nobody plans further ahead: another number stands in the field, that of a phone for instance. */
const YEARS_AHEAD = 100;

const NOW_WHERE_MEANT =
	'write {{ $json.date || $now }} where an SMS without a date is to leave now.';

function asWritten(raw: unknown): string {
	if (typeof raw === 'string') return `"${raw.trim().slice(0, 60)}"`;
	if (typeof raw === 'number' || typeof raw === 'bigint') return `"${raw}"`;
	return Array.isArray(raw) ? 'a list' : 'this value';
}

const isInvalidDate = (raw: unknown): boolean =>
	(typeof raw === 'string' && /^Invalid Date(?:Time)?$/.test(raw.trim())) ||
	(typeof raw === 'object' && raw !== null && isoText(raw) === null);

function unreadable(raw: unknown): Problem {
	if (isInvalidDate(raw)) {
		return {
			what: 'is an invalid date: the expression could not read its field',
			remedy: `Check the field that the expression works on; ${NOW_WHERE_MEANT}`,
		};
	}
	const expression = expressionFor(raw);
	return {
		what: `cannot be read: ${asWritten(raw)} is not a date such as 2026-05-01 10:00`,
		remedy:
			expression === null
				? 'Enter a date such as 2026-05-01 10:00, or leave the field empty to send now.'
				: `Let the expression say how it is written, with the name of your own field: ${expression}.`,
	};
}

/**
 * Reads when an SMS is to leave: ISO text, epoch seconds or milliseconds, a luxon DateTime, a Date.
 * A time without a zone is in the workflow's. A local time that the change to summer time leaves
 * out is meant an hour later, one that occurs twice the first time, as calendars do.
 *
 * @param isMeant an expression is to give a date: an SMS for tomorrow must not leave tonight because
 *   a field is missing
 * @returns null for now; the problem goes on from the name of the parameter
 */
export function readSendAt(
	raw: unknown,
	workflowZone: string,
	now: DateTime,
	isMeant = false,
): Result<DateTime | null> {
	if (isBlank(raw)) {
		if (!isMeant) return read(null);
		return fail({
			what: 'is empty: the expression gave no date',
			remedy: `Check the field that it names; ${NOW_WHERE_MEANT}`,
		});
	}
	const instant = parseInstant(raw, workflowZone);
	if (instant === null) return fail(unreadable(raw));
	const local = instant.setZone(workflowZone).toFormat('yyyy-MM-dd HH:mm');
	if (instant > now.plus({ years: YEARS_AHEAD })) {
		return fail({
			what: `is more than ${YEARS_AHEAD} years ahead: ${local} (${workflowZone})`,
			remedy: 'Check the field: a phone number or another number may stand in place of the date.',
		});
	}
	const msAhead = instant.toMillis() - now.toMillis();
	if (msAhead > 0) return read(instant);
	if (msAhead > -GRACE_MS) return read(null);
	return fail({
		what: `is in the past: ${local} (${workflowZone})`,
		remedy: 'Choose a time in the future, or leave the field empty to send now.',
	});
}

/** Local time as the provider writes dates, `YYYY-MM-DD HH:MM:SS`. */
export const toProviderDate = (instant: DateTime, zone: string): string =>
	toIsoWithOffset(instant, zone).slice(0, 19).replace('T', ' ');

/** What does not depend on the item. */
export interface Moment {
	readonly now: DateTime;
	/** Times without a zone are meant in this one. */
	readonly workflowZone: string;
}

/** The parameter `sendAt` of one item. */
export interface GivenDate {
	readonly raw: unknown;
	/** An expression is to give a date, so that nothing is no date. */
	readonly isMeant: boolean;
}

/** When the SMS of an item leave; both null for now. */
export interface Departure {
	/** ISO 8601 with the offset of the workflow's zone. */
	readonly scheduledFor: string | null;
	/** `YYYY-MM-DD HH:MM:SS` in the provider's zone. */
	readonly providerDate: string | null;
}

function readDate(
	{ raw, isMeant }: GivenDate,
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

/** Reads the parameter `sendAt` of one item. */
export function readDeparture(
	given: GivenDate,
	providerZone: string,
	moment: Moment,
): Result<Departure> {
	const { raw, isMeant } = given;
	if (typeof raw === 'object' && raw !== null) return readDate(given, providerZone, moment);
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
	const reading = readings.all.get(key) ?? readDate(given, providerZone, moment);
	readings.all.set(key, reading);
	readings.last = { given, providerZone, reading };
	return reading;
}
