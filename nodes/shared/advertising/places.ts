import { easter } from 'date-easter';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

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

/** Where a phone number belongs, for questions of time. */
export interface Place {
	/**
	 * Its time zones. Where a number does not tell which of several it is in, what holds must hold in
	 * all of them.
	 */
	readonly zones: readonly string[];
	/** Public holidays beside those of all of France. */
	readonly ownDays: OwnDays;
}

const days = (...fixed: string[]): OwnDays => ({ fixed, goodFriday: false });

const NO_DAYS = days();

const PARIS: Place = { zones: ['Europe/Paris'], ownDays: NO_DAYS };

/** Numbers of the three begin with +590 and do not tell which of them they are of. */
const GUADELOUPE: Place = {
	zones: ['America/Guadeloupe'],
	// Saint-Martin remembers on the 28th what the decree has on the 27th.
	ownDays: days('05-27', '05-28', '10-09'),
};

/**
 * France overseas. The days on which the abolition of slavery is remembered: decree 83-1003 of
 * 23 November 1983, and Code du travail, article L3422-2. Further days of the Pacific: their own
 * labor codes; of a day that was moved in Polynesia, both are kept.
 */
const OVERSEAS: Readonly<Record<string, Place>> = {
	GP: GUADELOUPE,
	MF: GUADELOUPE,
	BL: GUADELOUPE,
	MQ: { zones: ['America/Martinique'], ownDays: days('05-22') },
	GF: { zones: ['America/Cayenne'], ownDays: days('06-10') },
	RE: { zones: ['Indian/Reunion'], ownDays: days('12-20') },
	YT: { zones: ['Indian/Mayotte'], ownDays: days('04-27') },
	PM: { zones: ['America/Miquelon'], ownDays: NO_DAYS },
	PF: {
		zones: ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'],
		ownDays: { fixed: ['03-05', '06-29', '11-20'], goodFriday: true },
	},
	NC: { zones: ['Pacific/Noumea'], ownDays: days('09-24') },
	WF: { zones: ['Pacific/Wallis'], ownDays: days('04-28', '06-29', '07-29') },
};

/** The time zones of a country, from the data of the platform: an accessor first, a method later. */
function zonesOf(country: string): readonly string[] {
	const locale = new Intl.Locale(`und-${country}`);
	const told: unknown = Reflect.get(locale, 'timeZones');
	const method: unknown = Reflect.get(locale, 'getTimeZones');
	const zones: unknown =
		told ?? (typeof method === 'function' ? method.call(locale) : undefined) ?? [];
	return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string') : [];
}

const known = new Map<string, Place>([['FR', PARIS]]);

function placeOfCountry(country: string): Place {
	const before = known.get(country);
	if (before) return before;
	const zones = OVERSEAS[country]?.zones ?? zonesOf(country);
	const place = OVERSEAS[country] ?? {
		zones: zones.length > 0 ? zones : PARIS.zones,
		ownDays: NO_DAYS,
	};
	known.set(country, place);
	return place;
}

const joined = (places: readonly Place[]): Place => ({
	zones: [...new Set(places.flatMap(({ zones }) => zones))],
	ownDays: {
		fixed: places.flatMap(({ ownDays }) => ownDays.fixed),
		goodFriday: places.some(({ ownDays }) => ownDays.goodFriday),
	},
});

/** Most recipients of most campaigns; numbers overseas have codes of their own in E.164. */
const MAINLAND = /^\+33[67]/;

/** More countries than this that share a code lie too far apart to have hours in common. */
const MOST_COUNTRIES = 4;

/**
 * Where a number belongs. Of a range that is not in use, all countries that share its code count;
 * what belongs to no country, as satellite phones do, goes by the clock of Paris.
 *
 * @param number in E.164, `+262692123456`
 */
export function placeOf(number: string): Place {
	if (MAINLAND.test(number)) return PARIS;
	const parsed = parsePhoneNumberFromString(number);
	if (parsed?.country !== undefined) return placeOfCountry(parsed.country);
	const possible = parsed?.getPossibleCountries() ?? [];
	if (possible.length === 0 || possible.length > MOST_COUNTRIES) return PARIS;
	return joined(possible.map(placeOfCountry));
}
