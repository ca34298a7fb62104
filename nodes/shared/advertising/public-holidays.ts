import { easter } from 'date-easter';

/** A day of the calendar, as people at a place call it. */
export interface CalendarDay {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
}

/** Code du travail, article L3133-1: the days with a fixed date, as month and day. */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** The same article: Easter Monday, Ascension and Whit Monday, in days after Easter. */
const AFTER_EASTER = [1, 39, 50];

/**
 * Days that only a part of France has. Good Friday and 26 December in Alsace and Moselle are not
 * here: the number of a phone does not tell that it is used there.
 */
export interface OwnDays {
	/** Month and day, `05-22`. */
	readonly fixed: readonly string[];
	/** Whether Good Friday is one of them. */
	readonly goodFriday: boolean;
}

const GOOD_FRIDAY = -2;

const written = (month: number, day: number): string =>
	`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function fromEaster(year: number, days: number): string {
	const { month, day } = easter(year);
	const date = new Date(Date.UTC(year, month - 1, day + days));
	return written(date.getUTCMonth() + 1, date.getUTCDate());
}

const ofYears = new Map<number, ReadonlySet<string>>();

/** The days that all of France has. */
function nationalDays(year: number): ReadonlySet<string> {
	const known = ofYears.get(year);
	if (known) return known;
	const days = new Set([...FIXED, ...AFTER_EASTER.map((offset) => fromEaster(year, offset))]);
	ofYears.set(year, days);
	return days;
}

/** Whether a day is a public holiday in all of France, or one of a place's own. */
export function isPublicHoliday({ year, month, day }: CalendarDay, own: OwnDays): boolean {
	const date = written(month, day);
	if (nationalDays(year).has(date) || own.fixed.includes(date)) return true;
	return own.goodFriday && fromEaster(year, GOOD_FRIDAY) === date;
}
