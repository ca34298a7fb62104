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

/** Several countries may share a calling code: they have one price then. */
const priced = (credits: number, codes: Readonly<Record<string, string>>): Country[] =>
	Object.entries(codes).map(([isoCode, prefix]) => ({ isoCode, prefix, credits }));

/** Only the 15 credits of France are a fact; the other prices are the sandbox's own. */
export const countries: readonly Country[] = [
	...priced(FRENCH_SMS_CREDITS, { FR: '33', GB: '44', PT: '351' }),
	...priced(6, { US: '1', CA: '1' }),
	...priced(18, { LU: '352', AT: '43', IE: '353', PL: '48', SE: '46', DK: '45', NO: '47' }),
	...priced(21, { CH: '41', ES: '34', FI: '358', CZ: '420', GR: '30', RO: '40', HU: '36' }),
	...priced(24, { BE: '32', IT: '39', GP: '590', BL: '590', MF: '590', GF: '594', MQ: '596' }),
	...priced(24, { RE: '262', YT: '262' }),
	...priced(27, { DE: '49', NL: '31', SK: '421', HR: '385', BG: '359', TR: '90', IN: '91' }),
	...priced(30, { MC: '377', MA: '212', PM: '508', NC: '687', PF: '689', AU: '61', JP: '81' }),
	...priced(36, { DZ: '213', TN: '216', SN: '221', CI: '225' }),
];

/** What a number of any other country costs. `getPrices` does not know it. */
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

/** Whole credits that an amount in euro buys. */
export const inCredits = (euro: number): number => Math.floor(euro / EURO_PER_CREDIT + 1e-9);
