import type { DateTime } from 'luxon';

import { parseInstant } from '../dates/instant';
import { toIsoWithOffset } from '../dates/send-at';
import { firstText } from './fields';
import type { Fields } from '../values';
import { ANSWER } from './spellings';

/**
 * The moment that the provider names, as ISO 8601 with offset.
 *
 * @param zone the zone of the provider's local times, and of the result
 * @returns null where there is none or it cannot be read
 */
export function eventDate(raw: unknown, zone: string): string | null {
	const instant: DateTime | null = parseInstant(raw, zone);
	const iso = instant === null ? '' : toIsoWithOffset(instant, zone);
	return iso === '' ? null : iso;
}

/** The provider's local times are those of Paris. */
export const PROVIDER_ZONE = 'Europe/Paris';

/** The moment of a row as the provider wrote it. */
const receptionText = (row: Fields): string | null => firstText(row, ANSWER.receptionDate);

/**
 * A reader of many moments of the provider, as ISO 8601 with offset. Rows of a campaign share their
 * seconds, and time zones are slow to reckon with: what was read before is remembered.
 */
export function momentReader(): (text: string | null) => string | null {
	const known = new Map<string, string | null>();
	return (text) => {
		if (text === null) return null;
		const before = known.get(text);
		if (before !== undefined) return before;
		const date = eventDate(text, PROVIDER_ZONE);
		known.set(text, date);
		return date;
	};
}

/** The same for the rows that have them. */
export function receivedAtReader(): (row: Fields) => string | null {
	const momentOf = momentReader();
	return (row) => momentOf(receptionText(row));
}
