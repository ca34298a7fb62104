/**
 * How the sandbox's values read for a person.
 */

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

const euro = new Intl.NumberFormat(undefined, {
	style: 'currency',
	currency: 'EUR',
	maximumFractionDigits: 3,
});

/** An amount in euro, to a tenth of a cent. @param {unknown} value */
export const inEuro = (value) => euro.format(Number(value ?? 0));

/** @type {Record<string, { icon: string, label: string, tone: string }>} */
const receipts = {
	scheduled: { icon: 'scheduled', label: 'Scheduled', tone: 'waiting' },
	accepted: { icon: 'scheduled', label: 'Accepted', tone: 'waiting' },
	sent: { icon: 'sent', label: 'Sent', tone: 'waiting' },
	delivered: { icon: 'delivered', label: 'Delivered', tone: 'good' },
	undelivered: { icon: 'failed', label: 'Not delivered', tone: 'bad' },
	rejected: { icon: 'failed', label: 'Rejected', tone: 'bad' },
	failed: { icon: 'failed', label: 'Failed', tone: 'bad' },
	cancelled: { icon: 'cancelled', label: 'Canceled', tone: 'off' },
};

/** @param {string | undefined} status of a message */
export const receipt = (status) =>
	receipts[status ?? ''] ?? { icon: 'sent', label: status || 'Sent', tone: 'waiting' };
