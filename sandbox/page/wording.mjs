/**
 * How the sandbox's values read for a person.
 */

const time = new Intl.DateTimeFormat(undefined, {
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});
const seconds = new Intl.DateTimeFormat(undefined, {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayWithYear = new Intl.DateTimeFormat(undefined, {
	day: 'numeric',
	month: 'short',
	year: 'numeric',
});

/** @param {unknown} iso @returns {Date | null} */
function read(iso) {
	const date = new Date(typeof iso === 'number' ? iso : String(iso ?? ''));
	return Number.isNaN(date.getTime()) ? null : date;
}

/** @param {unknown} iso */
export const clock = (iso) => format(iso, time);

/** @param {unknown} iso */
export const clockWithSeconds = (iso) => format(iso, seconds);

/** @param {unknown} iso */
export const dayName = (iso) => {
	const date = read(iso);
	if (date === null) return '';
	return isToday(date) ? 'Today' : day.format(date);
};

/** Time for today, date and time for other days, with the year where it is another one. @param {unknown} iso */
export const moment = (iso) => {
	const date = read(iso);
	if (date === null) return '';
	return isToday(date) ? time.format(date) : `${dateOf(date)}, ${time.format(date)}`;
};

/** Time for today, date for other days: the narrow form. @param {unknown} iso */
export const shortMoment = (iso) => {
	const date = read(iso);
	if (date === null) return '';
	return isToday(date) ? time.format(date) : dateOf(date);
};

/** @param {unknown} iso @param {Intl.DateTimeFormat} formatter */
function format(iso, formatter) {
	const date = read(iso);
	return date === null ? '' : formatter.format(date);
}

/** @param {Date} date */
const dateOf = (date) =>
	(date.getFullYear() === new Date().getFullYear() ? shortDay : dayWithYear).format(date);

/** @param {Date} date */
const isToday = (date) => date.toDateString() === new Date().toDateString();

/**
 * French numbers in pairs as French people write them, others with a plus.
 *
 * @param {string} digits with country code
 */
export function phoneName(digits) {
	const french = /^33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits);
	return french ? `+33 ${french.slice(1).join(' ')}` : `+${digits}`;
}

/** @param {unknown} value @param {string} singular @param {string} [plural] */
export function count(value, singular, plural = `${singular}s`) {
	const number = Number(value);
	return `${number.toLocaleString()} ${number === 1 ? singular : plural}`;
}

/** @type {Record<string, { icon: string, label: string, tone: string }>} */
const receipts = {
	scheduled: { icon: 'scheduled', label: 'Scheduled', tone: 'waiting' },
	accepted: { icon: 'scheduled', label: 'Accepted', tone: 'waiting' },
	sent: { icon: 'sent', label: 'Sent', tone: 'waiting' },
	delivered: { icon: 'delivered', label: 'Delivered', tone: 'good' },
	undelivered: { icon: 'failed', label: 'Not delivered', tone: 'bad' },
	rejected: { icon: 'failed', label: 'Rejected', tone: 'bad' },
	failed: { icon: 'failed', label: 'Failed', tone: 'bad' },
	cancelled: { icon: 'cancelled', label: 'Cancelled', tone: 'off' },
};

/** @param {string | undefined} status of a message */
export const receipt = (status) =>
	receipts[status ?? ''] ?? { icon: 'sent', label: status || 'Sent', tone: 'waiting' };
