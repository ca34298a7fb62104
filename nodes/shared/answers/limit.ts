import { parseInstant } from '../dates/instant';
import { read, refuse, type Result } from '../problem';
import { inWords } from '../values';

const LIMIT = 'Limit Wait Time';

const UNITS: ReadonlyMap<unknown, number> = new Map([
	['minutes', 60_000],
	['hours', 3_600_000],
	['days', 86_400_000],
]);

/** The last moment that n8n can store; 'until the end of time' is written so. */
const LAST = Date.parse('2999-12-31T23:59:59Z');

type Raw = Readonly<Record<string, unknown>>;

const recordOf = (value: unknown): Raw =>
	typeof value === 'object' && value !== null ? { ...value } : {};

function ofInterval({ resumeAmount, resumeUnit }: Raw, now: number): Result<number> {
	const amount = Number(resumeAmount ?? 1);
	const unit = UNITS.get(resumeUnit ?? 'hours');
	if (unit === undefined) {
		return refuse(LIMIT, `has the unit ${inWords(resumeUnit)}`, 'Choose minutes, hours or days.');
	}
	if (!(amount > 0)) {
		return refuse(
			LIMIT,
			`has the amount ${inWords(resumeAmount)}, which leaves no time to answer`,
			"Enter an amount above 0, or remove 'Limit Wait Time' to wait without a limit.",
		);
	}
	return read(now + amount * unit);
}

function ofDate({ maxDateAndTime }: Raw, zone: string, now: number): Result<number> {
	const instant = parseInstant(maxDateAndTime, zone);
	if (instant === null) {
		return refuse(
			LIMIT,
			`has a date that cannot be read: ${inWords(maxDateAndTime)}`,
			"Enter a date such as 2026-05-01 10:00 under 'Max Date and Time'.",
		);
	}
	if (instant.toMillis() <= now) {
		const local = instant.setZone(zone).toFormat('yyyy-MM-dd HH:mm');
		return refuse(
			LIMIT,
			`is in the past: ${local} (${zone})`,
			"Choose a later 'Max Date and Time': nobody could answer in time.",
		);
	}
	return read(instant.toMillis());
}

/**
 * Reads until when an answer is waited for.
 *
 * @param raw the collection of n8n's own send-and-wait nodes; `{}` or nothing for no limit
 * @param zone of the workflow, for a date without one
 * @returns milliseconds since 1970, or null for no limit
 */
export function readLimit(raw: unknown, zone: string, now: number): Result<number | null> {
	const { values } = recordOf(raw);
	if (typeof values !== 'object' || values === null || Object.keys(values).length === 0) {
		return read(null);
	}
	const given = recordOf(values);
	const limit =
		given.limitType === 'atSpecifiedTime' ? ofDate(given, zone, now) : ofInterval(given, now);
	if (limit.ok && limit.value > LAST) {
		return refuse(
			LIMIT,
			'is further ahead than n8n can wait',
			"Remove 'Limit Wait Time' to wait without a limit.",
		);
	}
	return limit;
}
