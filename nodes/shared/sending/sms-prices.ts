import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What a message to a country costs, as the provider tells it. */
export interface CountryPrice {
	/** Two letters, ISO 3166. */
	readonly countryCode: string | null;
	/** Country code of phone numbers, digits. */
	readonly prefix: string | null;
	/** In euro. */
	readonly price: number | null;
}

/** What a message to a number costs in euro; null where the provider does not tell. */
export type PriceOf = (number: string) => number | null;

/** The one price of the rows, or null where they differ or there is none. */
function onlyPrice(rows: readonly CountryPrice[]): number | null {
	const prices = new Set(rows.map(({ price }) => price));
	return prices.size === 1 ? (rows[0]?.price ?? null) : null;
}

/**
 * Finds the price of numbers: by country, or else by the country code that they begin with, where
 * all countries that share it cost the same. Nothing is guessed.
 */
export function priceFinder(rows: readonly CountryPrice[]): PriceOf {
	const known = new Map<string, number | null>();
	const find = (country: string | undefined, prefix: string): number | null => {
		const own = country === undefined ? [] : rows.filter((row) => row.countryCode === country);
		return onlyPrice(own.length > 0 ? own : rows.filter((row) => row.prefix === prefix));
	};
	return (number) => {
		const parsed = parsePhoneNumberFromString(number);
		if (!parsed) return null;
		const { country, countryCallingCode } = parsed;
		const key = `${country ?? ''} ${countryCallingCode}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		const price = find(country, countryCallingCode);
		known.set(key, price);
		return price;
	};
}

/** Prices have three or four decimals; sums of many must not show what computers make of them. */
const DECIMALS = 1e6;

/** The sum of amounts in euro; null where one of them is not known. */
export function sumOf(amounts: ReadonlyArray<number | null>): number | null {
	let sum = 0;
	for (const amount of amounts) {
		if (amount === null) return null;
		sum += amount;
	}
	return Math.round(sum * DECIMALS) / DECIMALS;
}
