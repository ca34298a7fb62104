import { DateTime } from 'luxon';

import { isPublicHoliday, type Place } from './places';

/** When advertising of a kind may leave. */
export interface AdvertisingHours {
	/** From an hour on, up to another; in order. */
	readonly windows: ReadonlyArray<readonly [from: number, to: number]>;
	/** The last day of the week, 1 for Monday. */
	readonly lastWeekday: number;
}

/** SMS: not between 20:00 and 8:00, not on Sundays, not on public holidays. */
export const SMS_HOURS: AdvertisingHours = { windows: [[8, 20]], lastWeekday: 6 };

/** Calls, voice messages among them: Code de la consommation, article D223-9. */
export const CALL_HOURS: AdvertisingHours = {
	windows: [
		[10, 13],
		[14, 20],
	],
	lastWeekday: 5,
};

/** Why advertising may not leave at a moment. */
export interface Quiet {
	readonly why: 'hour' | 'weekday' | 'holiday';
	/** The moment by the clock of the phone. */
	readonly local: DateTime;
}

/** Why a day is no day for advertising, or null. */
function closedDay(
	day: DateTime,
	place: Place,
	hours: AdvertisingHours,
): 'weekday' | 'holiday' | null {
	if (day.weekday > hours.lastWeekday) return 'weekday';
	return isPublicHoliday(day, place.ownDays) ? 'holiday' : null;
}

function quietIn(at: DateTime, zone: string, place: Place, hours: AdvertisingHours): Quiet | null {
	const local = at.setZone(zone);
	const closed = closedDay(local, place, hours);
	if (closed !== null) return { why: closed, local };
	const isOpen = hours.windows.some(([from, to]) => local.hour >= from && local.hour < to);
	return isOpen ? null : { why: 'hour', local };
}

/** Why advertising may not leave at a moment; null: it may. */
export function quietAt(at: DateTime, place: Place, hours: AdvertisingHours): Quiet | null {
	for (const zone of place.zones) {
		const quiet = quietIn(at, zone, place, hours);
		if (quiet) return quiet;
	}
	return null;
}

/** The first window that opens after a local moment, whatever day it is. */
function nextOpening(local: DateTime, hours: AdvertisingHours): DateTime {
	let day = local.startOf('day');
	for (;;) {
		for (const [from] of hours.windows) {
			const opening = day.set({ hour: from });
			if (opening > local) return opening;
		}
		day = day.plus({ days: 1 }).startOf('day');
	}
}

/** Zones further apart than a day of advertising is long are never all open; a week shows it. */
const MOST_STEPS = 200;

/**
 * The first moment, not before the given one, at which advertising may leave.
 *
 * @returns null where no moment is allowed in all time zones of the place
 */
export function nextAllowed(at: DateTime, place: Place, hours: AdvertisingHours): DateTime | null {
	let moment = at;
	for (let step = 0; step < MOST_STEPS; step++) {
		const quiet = quietAt(moment, place, hours);
		if (quiet === null) return moment;
		moment = nextOpening(quiet.local, hours);
	}
	return null;
}

/** In which words a window is told: `8:00 to 20:00`. */
const windowWords = ({ windows }: AdvertisingHours): string =>
	windows.map(([from, to]) => `${from}:00 to ${to}:00`).join(' and ');

/** Why, as a sentence goes on after "because": `it is 21:30 in America/Guadeloupe, and …`. */
export function quietWords({ why, local }: Quiet, hours: AdvertisingHours): string {
	const english = local.setLocale('en-GB');
	const zone = local.zoneName ?? '';
	switch (why) {
		case 'hour':
			return `it would be ${english.toFormat('HH:mm')} there (${zone}), and advertising may leave from ${windowWords(hours)}`;
		case 'weekday':
			return `it would be ${english.toFormat('EEEE')} there (${zone})`;
		case 'holiday':
			return `${english.toFormat('d MMMM yyyy')} is a public holiday there`;
	}
}
