import { inEuro } from '../wording.mjs';
import { recordTable } from './record-table.mjs';

/** @typedef {import('../state.mjs').State['prices'][number]} Price */

const names = new Intl.DisplayNames('en', { type: 'region' });

/** @param {Price} price */
const nameOf = ({ isoCode }) => names.of(isoCode) ?? isoCode;

/** @type {(prices: readonly Price[]) => unknown} */
const table = recordTable({
	label: 'Prices',
	columns: [
		{ title: 'Country', text: nameOf, kind: 'long' },
		{ title: 'Code', text: ({ isoCode }) => isoCode, kind: 'code' },
		{ title: 'Numbers begin with', text: ({ prefix }) => `+${prefix}`, kind: 'code' },
		{ title: 'Credits', text: ({ credits }) => credits.toLocaleString(), kind: 'number' },
		{ title: 'Price', text: ({ euro }) => inEuro(euro), kind: 'number' },
	],
	key: ({ isoCode }) => isoCode,
	empty: 'None',
	step: 12,
});

/** What one part of an SMS costs in each country, France first. @param {readonly Price[]} prices */
export const priceTable = (prices) =>
	table(
		[...prices].sort(
			(one, other) =>
				Number(other.isoCode === 'FR') - Number(one.isoCode === 'FR') ||
				nameOf(one).localeCompare(nameOf(other)),
		),
	);
