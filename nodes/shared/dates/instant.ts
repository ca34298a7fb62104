import { DateTime, Info } from 'luxon';

/** Epoch values from here on are milliseconds; as seconds they would lie after the year 5000. */
const FIRST_MS = 1e11;
/** Smaller numbers are years, days or amounts, not seconds since 1970: this is September 2001. */
const FIRST_SECONDS = 1e9;

const orNull = (date: DateTime): DateTime | null => (date.isValid ? date : null);

function ofEpoch(value: number): DateTime | null {
	if (!Number.isFinite(value) || value < FIRST_SECONDS) return null;
	return orNull(value < FIRST_MS ? DateTime.fromSeconds(value) : DateTime.fromMillis(value));
}

/** `2026-05-01T10:00`, with a space for the T, with seconds, offset or zone name, or the day alone. */
const ISO = /^\d{4}-?\d{2}-?\d{2}(?:[T\s]+\d|$)/i;
/** What JavaScript makes of a Date inside a text: `Fri May 01 2026 10:00:00 GMT+0200 (…)`. */
const DATE_STRING = /^\w{3} \w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;
const COMPACT = /^\d{14}$/;
/** No spelling of a moment is longer. */
const MAX_LENGTH = 100;

/** Of a local time that occurs twice, the first; luxon promises neither. */
function firstOf(date: DateTime): DateTime | null {
	if (!date.isValid) return null;
	return date.getPossibleOffsets().reduce((first, other) => (other < first ? other : first), date);
}

function ofIso(text: string, zone: string): DateTime | null {
	const iso = text
		.replace(/^(\d{4}-?\d{2}-?\d{2})\s+/, '$1T')
		.replace(/T(?=\d:)/i, 'T0')
		// Databases write `10:00:00 +02` and `10:00:00.123 +0200`.
		.replace(/\s+(?=(?:[+-]\d|Z|\[))/i, '');
	const date = DateTime.fromISO(iso.includes('[') ? iso : iso.toUpperCase(), { zone });
	const hasOffset = /[T\s].*(?:Z|[+-]\d{2}(?::?\d{2})?|\])$/i.test(iso);
	if (date.isValid) return hasOffset ? date : firstOf(date);
	return orNull(DateTime.fromSQL(text, { zone }));
}

function ofText(text: string, zone: string): DateTime | null {
	if (text.length > MAX_LENGTH) return null;
	if (COMPACT.test(text)) return firstOf(DateTime.fromFormat(text, 'yyyyMMddHHmmss', { zone }));
	if (ISO.test(text)) return ofIso(text, zone);
	if (/^\d+(?:\.\d+)?$/.test(text)) return ofEpoch(Number(text));
	const [dateString] = DATE_STRING.exec(text) ?? [];
	if (dateString !== undefined) return orNull(DateTime.fromJSDate(new Date(dateString)));
	const mail = DateTime.fromRFC2822(text);
	return orNull(mail.isValid ? mail : DateTime.fromHTTP(text));
}

/** What a method without parameters gives, or undefined where the object has none of the name. */
function ask(value: object, method: string): unknown {
	const found: unknown = Reflect.get(value, method);
	return typeof found === 'function' ? (found.call(value) as unknown) : undefined;
}

/**
 * The ISO text of a DateTime or Date, known by what it can do as below.
 *
 * @returns null for a date that is invalid, undefined for what is no date
 */
export function isoText(value: object): string | null | undefined {
	const iso = ask(value, 'toISO');
	if (typeof iso === 'string' || iso === null) return iso;
	const ms = ask(value, 'getTime');
	if (typeof ms !== 'number') return undefined;
	return Number.isFinite(ms) ? DateTime.fromMillis(ms, { zone: 'utc' }).toISO() : null;
}

/**
 * DateTime and Date by what they can do: those of n8n's expressions come from another copy of
 * luxon, or another realm of JavaScript, than ours.
 */
function ofObject(value: object, zone: string): DateTime | null {
	const iso = ask(value, 'toISO');
	if (typeof iso === 'string') return ofIso(iso, zone);
	const ms = ask(value, 'getTime');
	return typeof ms === 'number' && Number.isFinite(ms) ? orNull(DateTime.fromMillis(ms)) : null;
}

/**
 * Reads what people, spreadsheets, databases and n8n write for a moment.
 *
 * @param zone the zone of local times
 * @returns null for what is none, and for dates such as 01/05/2026, which mean May to some and
 *   January to others
 */
export function parseInstant(raw: unknown, zone: string): DateTime | null {
	if (typeof raw === 'number') return ofEpoch(raw);
	if (typeof raw === 'bigint') return ofEpoch(Number(raw));
	if (typeof raw === 'string') return ofText(raw.trim(), zone);
	return typeof raw === 'object' && raw !== null ? ofObject(raw, zone) : null;
}

/** ISO 8601 with the offset of the zone, to the second. */
export const toIsoWithOffset = (instant: DateTime, zone: string): string =>
	instant.setZone(zone).startOf('second').toISO({ suppressMilliseconds: true }) ?? '';

/** A date as people write it: day and month in either order, the year last, with a time or without. */
const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:( )(\d{1,2}):\d{2}(:\d{2})?)?$/;

/** What a spreadsheet counts: days since the end of 1899, with the time as their fraction. */
const SERIAL = /^[2-9]\d{4}(?:[.,]\d+)?$/;

const MONTHS = 12;

const letters = (digits: string, letter: string): string => letter.repeat(digits.length);

function formatOf(text: string): string | null {
	const match = WRITTEN.exec(text);
	if (!match) return null;
	const [, first = '', sign = '', second = '', year = '', gap, hours = '', seconds] = match;
	// 12/25/2026 can only be the 25th of December; else the day stands first, as in France.
	const parts =
		Number(second) > MONTHS && Number(first) <= MONTHS
			? [letters(first, 'M'), letters(second, 'd')]
			: [letters(first, 'd'), letters(second, 'M')];
	const date = [...parts, letters(year, 'y')].join(sign);
	if (gap === undefined) return date;
	return `${date} ${letters(hours, 'H')}:mm${seconds === undefined ? '' : ':ss'}`;
}

/**
 * The expression that reads a date which is not read here, because its parts could mean several
 * things: `25/12/2026 14:00`, or 46381.58, the serial number of a spreadsheet.
 *
 * @returns null where it is no date of a known kind
 */
export function expressionFor(raw: unknown): string | null {
	const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
	if (SERIAL.test(text)) {
		const days = text.includes(',') ? "$json.date.replace(',', '.')" : '$json.date';
		// Whole days and minutes: the fraction of a day is rounded, and days are not all of 24 hours.
		return `{{ DateTime.fromISO('1899-12-30').plus({ days: parseInt($json.date), minutes: Math.round(${days} % 1 * 1440) }) }}`;
	}
	const format = formatOf(text);
	return format === null ? null : `{{ DateTime.fromFormat($json.date, '${format}') }}`;
}

/** Words that name the zone of the machine, which the user does not know. */
const MACHINE_ZONES = ['default', 'local', 'system'];

/** Whether luxon knows a time zone by this name: `Europe/Paris`, `UTC+1`. */
export function isZone(name: string): boolean {
	return !MACHINE_ZONES.includes(name.toLowerCase()) && Info.normalizeZone(name).isValid;
}
