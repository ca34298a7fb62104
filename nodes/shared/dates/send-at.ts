import { DateTime, Info } from 'luxon';

import { fail, read, type Problem, type Result } from '../problem';
import { expressionFor, isoText, parseInstant } from './instant';
import { isBlank } from '../values';

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

/** ISO 8601 with the offset of the zone, to the second. */
export const toIsoWithOffset = (instant: DateTime, zone: string): string =>
	instant.setZone(zone).startOf('second').toISO({ suppressMilliseconds: true }) ?? '';

/** Local time as the provider writes dates, `YYYY-MM-DD HH:MM:SS`. */
export const toProviderDate = (instant: DateTime, zone: string): string =>
	toIsoWithOffset(instant, zone).slice(0, 19).replace('T', ' ');

/** Words that name the zone of the machine, which the user does not know. */
const MACHINE_ZONES = ['default', 'local', 'system'];

/** Whether luxon knows a time zone by this name: `Europe/Paris`, `UTC+1`. */
export function isZone(name: string): boolean {
	return !MACHINE_ZONES.includes(name.toLowerCase()) && Info.normalizeZone(name).isValid;
}
