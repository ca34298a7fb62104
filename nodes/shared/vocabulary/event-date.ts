import type { DateTime } from 'luxon';

import { parseInstant } from '../dates/instant';
import { toIsoWithOffset } from '../dates/send-at';

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
