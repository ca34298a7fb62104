/**
 * The sandbox's time, in the zone in which AllMySMS writes its own: all times of the page are of it.
 */

/** The zone of every time here. */
export const timeZone = 'Europe/Paris';

/** What a reader reads in its place. */
export const zoneName = 'Paris time';

/** How far the clock of the sandbox is ahead of this machine's, in milliseconds. */
let ahead = 0;

/** @param {import('./state.mjs').Clock} clock */
export function followClock(clock) {
	ahead = Date.parse(clock.now) - Date.now();
}

/** What the clock of the sandbox shows now. */
export const sandboxNow = () => new Date(Date.now() + ahead);

/** @param {Intl.DateTimeFormatOptions} options */
const formatter = (options) => new Intl.DateTimeFormat(undefined, { timeZone, ...options });

/** @type {Intl.DateTimeFormatOptions} */
const toTheMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
/** @type {Intl.DateTimeFormatOptions} */
const toTheSecond = { ...toTheMinute, second: '2-digit' };
/** @type {Intl.DateTimeFormatOptions} */
const onItsDay = { weekday: 'long', day: 'numeric', month: 'long' };

const time = formatter(toTheMinute);
const seconds = formatter(toTheSecond);
const day = formatter(onItsDay);
const shortDay = formatter({ day: 'numeric', month: 'short' });
const dayWithYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
const everything = formatter({
	...onItsDay,
	year: 'numeric',
	...toTheSecond,
	timeZoneName: 'short',
});
const wholeMoment = formatter({ ...onItsDay, year: 'numeric', ...toTheSecond });

/** `YYYY-MM-DD` is how Swedes write a date. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** @param {unknown} iso @returns {Date | null} */
function read(iso) {
	const date = iso instanceof Date ? iso : new Date(String(iso ?? ''));
	return Number.isNaN(date.getTime()) ? null : date;
}

/**
 * Shows an instant; nothing where there is none.
 *
 * @param {(date: Date) => string} show
 * @returns {(iso: unknown) => string}
 */
const shown = (show) => (iso) => {
	const date = read(iso);
	return date === null ? '' : show(date);
};

/** @param {number} days from the sandbox's today @returns {string} `YYYY-MM-DD` */
export function dateFromToday(days) {
	const today = new Date(`${calendar.format(sandboxNow())}T00:00:00Z`);
	return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** @param {Date} date @param {number} days */
const isInDays = (date, days) => calendar.format(date) === dateFromToday(days);

/** @param {Date} date */
const dateOf = (date) =>
	(calendar.format(date).slice(0, 4) === dateFromToday(0).slice(0, 4)
		? shortDay
		: dayWithYear
	).format(date);

export const clock = shown((date) => time.format(date));

export const clockWithSeconds = shown((date) => seconds.format(date));

export const dayName = shown((date) => {
	if (isInDays(date, 0)) return 'Today';
	if (isInDays(date, 1)) return 'Tomorrow';
	return isInDays(date, -1) ? 'Yesterday' : day.format(date);
});

/** Time for today, date and time for other days, with the year where it is another one. */
export const moment = shown((date) =>
	isInDays(date, 0) ? time.format(date) : `${dateOf(date)}, ${time.format(date)}`,
);

/** Time for today, date for other days: the narrow form. */
export const shortMoment = shown((date) => (isInDays(date, 0) ? time.format(date) : dateOf(date)));

/** Weekday and date, short. */
export const dateAtAGlance = shown((date) => weekday.format(date));

/** All of it, to the second. */
export const exactly = shown((date) => wholeMoment.format(date));

/** All of it with its zone and its distance from UTC. */
export const exactlyWithZone = shown((date) => `${everything.format(date)}, ${timeZone}`);
