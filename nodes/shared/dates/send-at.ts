import { DateTime, Info } from 'luxon';

import { parseInstant } from './instant';

/** When an SMS leaves, or why that cannot be told. */
export type SendAt =
	/** Null: now. */
	| { readonly ok: true; readonly instant: DateTime | null }
	| { readonly ok: false; readonly reason: string };

/** `{{ $now }}` is past by the time that it is read; what is barely past leaves now. */
const GRACE_MS = 60_000;
/** The provider's format has four digits for the year. */
const LAST_YEAR = 9999;

const isBlank = (raw: unknown): boolean =>
	raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

function asWritten(raw: unknown): string {
	if (typeof raw === 'string') return `"${raw.trim().slice(0, 60)}"`;
	if (typeof raw === 'number' || typeof raw === 'bigint') return `"${raw}"`;
	return Array.isArray(raw) ? 'a list' : 'this value';
}

/**
 * Reads when an SMS is to leave: ISO text, epoch seconds or milliseconds, a luxon DateTime, a Date.
 * A time without a zone is in the workflow's. A local time that the change to summer time leaves
 * out is meant an hour later, one that occurs twice the first time, as calendars do.
 */
export function readSendAt(raw: unknown, workflowZone: string, now: DateTime): SendAt {
	if (isBlank(raw)) return { ok: true, instant: null };
	const instant = parseInstant(raw, workflowZone);
	if (instant === null || instant.year > LAST_YEAR) {
		return {
			ok: false,
			reason: `cannot be read: ${asWritten(raw)} is not a date such as 2026-05-01 10:00`,
		};
	}
	const msAhead = instant.toMillis() - now.toMillis();
	if (msAhead > 0) return { ok: true, instant };
	if (msAhead > -GRACE_MS) return { ok: true, instant: null };
	const local = instant.setZone(workflowZone).toFormat('yyyy-MM-dd HH:mm');
	return { ok: false, reason: `is in the past: ${local} (${workflowZone})` };
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
