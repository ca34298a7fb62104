import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { nameCharacter } from '../text/characters';
import { costOf, measureText, type Encoding } from '../text/sms-alphabet';
import type { TextContent } from './message';
import type { Recipient } from './recipient';

/** What a message to a country costs, as the provider tells it. */
interface CountryPrice {
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

/** What the SMS of one recipient would be. */
export type SimulatedSms = {
	to: string;
	/** As the phone would show it. */
	text: string;
	encoding: Encoding;
	segments: number;
	/** In euro; null where the provider does not tell the price. */
	cost: number | null;
	/** The character that makes it UCS-2, with its name where it is easily overlooked, or null. */
	costlyCharacter: string | null;
};

/** What a character outside the SMS alphabet costs over a campaign. */
export type CharacterCost = {
	character: string;
	/** How many texts it stands in. */
	recipients: number;
	/** Segments that these texts take more than plain ones would. */
	extraSegments: number;
	/** The same in euro; null where the provider does not tell the price. */
	extraCost: number | null;
};

/** What a simulated campaign holds, recipient by recipient. */
export interface SimulationDetails {
	perRecipient: SimulatedSms[];
	costlyCharacters: CharacterCost[];
}

type Sms = Recipient<TextContent>;

/** SMS that the text of a recipient takes. */
export const segmentsOf = ({ message }: Sms): number => measureText(message.content.text).segments;

const times = (price: number | null, segments: number): number | null =>
	price === null ? null : sumOf([price * segments]);

/** What the SMS of a recipient costs in euro; null where the provider does not tell the price. */
export const smsCost = (recipient: Sms, priceOf: PriceOf): number | null =>
	times(priceOf(recipient.to), segmentsOf(recipient));

function simulatedSms(recipient: Sms, priceOf: PriceOf): SimulatedSms {
	const { to, message } = recipient;
	const { text } = message.content;
	const { encoding, segments } = measureText(text);
	const [first] = costOf(text).characters;
	return {
		to,
		text,
		encoding,
		segments,
		cost: smsCost(recipient, priceOf),
		costlyCharacter: first ? nameCharacter(first.character) : null,
	};
}

/** What each character costs the texts that it stands in, the dearest first. */
function characterCosts(recipients: readonly Sms[], priceOf: PriceOf): CharacterCost[] {
	const found = new Map<
		string,
		{ recipients: number; segments: number; costs: Array<number | null> }
	>();
	for (const { to, message } of recipients) {
		const { segments, plainSegments, characters } = costOf(message.content.text);
		const extra = segments - plainSegments;
		for (const { character } of characters) {
			const known = found.get(character) ?? { recipients: 0, segments: 0, costs: [] };
			known.recipients += 1;
			known.segments += extra;
			known.costs.push(extra === 0 ? 0 : times(priceOf(to), extra));
			found.set(character, known);
		}
	}
	return [...found]
		.map(([character, { recipients: count, segments, costs }]) => ({
			character: nameCharacter(character),
			recipients: count,
			extraSegments: segments,
			extraCost: sumOf(costs),
		}))
		.sort((a, b) => b.extraSegments - a.extraSegments);
}

/** Tells a campaign recipient by recipient. */
export const detailsOf = (recipients: readonly Sms[], priceOf: PriceOf): SimulationDetails => ({
	perRecipient: recipients.map((each) => simulatedSms(each, priceOf)),
	costlyCharacters: characterCosts(recipients, priceOf),
});
