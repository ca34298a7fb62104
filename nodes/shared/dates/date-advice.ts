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
