import { DateTime } from 'luxon';

/** The provider's time zone is in no document; French local time is what its users take. */
export const ZONE = 'Europe/Paris';
const FORMAT = 'yyyy-MM-dd HH:mm:ss';

let lastSecond = 0;
let lastText = '';

/** An instant (ms) as the provider writes it: `YYYY-MM-DD HH:MM:SS`, local time of Paris. */
export function inParis(at: number): string {
	const second = Math.floor(at / 1000);
	if (second !== lastSecond) {
		lastSecond = second;
		lastText = DateTime.fromSeconds(second, { zone: ZONE }).toFormat(FORMAT);
	}
	return lastText;
}

/** Reads `YYYY-MM-DD HH:MM:SS`, local time of Paris, as an instant (ms); null for anything else. */
export function fromParis(text: string): number | null {
	if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
	const date = DateTime.fromFormat(text, FORMAT, { zone: ZONE });
	return date.isValid ? date.toMillis() : null;
}
