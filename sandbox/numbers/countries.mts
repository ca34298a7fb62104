/** What one SMS part, or a call, costs in a country. */
export interface Country {
	readonly isoCode: string;
	/** Calling code. */
	readonly prefix: string;
	/** Credits per SMS part. */
	readonly credits: number;
}

/** In euro. A French SMS is 15 credits, so one credit is 0.3 cent here. */
export const EURO_PER_CREDIT = 0.003;

/** Credits of one French SMS (a fact of four sources). */
export const FRENCH_SMS_CREDITS = 15;

/** A voice message left on a voicemail, in credits. */
export const VOICE_CREDITS = 40;

const country = (isoCode: string, prefix: string, credits: number): Country => ({
	isoCode,
	prefix,
	credits,
});

/** Only the 15 credits of France are a fact; the other prices are the sandbox's own. */
export const countries: readonly Country[] = [
	country('FR', '33', FRENCH_SMS_CREDITS),
	country('BE', '32', 24),
	country('CH', '41', 21),
	country('LU', '352', 18),
	country('MC', '377', 30),
	country('DE', '49', 27),
	country('ES', '34', 21),
	country('IT', '39', 24),
	country('PT', '351', 15),
	country('GB', '44', 15),
	country('NL', '31', 27),
	country('US', '1', 6),
	country('CA', '1', 6),
	country('GP', '590', 24),
	country('GF', '594', 24),
	country('MQ', '596', 24),
	country('RE', '262', 24),
	country('MA', '212', 30),
	country('DZ', '213', 36),
	country('TN', '216', 36),
];

const OTHER_CREDITS = 30;

/** Credits per SMS part to a number with country code. */
export function creditsFor(phoneNumber: string): number {
	const found = countries
		.filter(({ prefix }) => phoneNumber.startsWith(prefix))
		.sort((one, other) => other.prefix.length - one.prefix.length)[0];
	return found?.credits ?? OTHER_CREDITS;
}

/** A country by its ISO code, in any case. */
export const countryOf = (isoCode: string): Country | undefined =>
	countries.find((each) => each.isoCode === isoCode.trim().toUpperCase());

/** Credits in euro, to a tenth of a cent. */
export const inEuro = (credits: number): number =>
	Math.round(credits * EURO_PER_CREDIT * 1000) / 1000;
