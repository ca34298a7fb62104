import {
	countries,
	countryOf,
	inEuro,
	VOICE_CREDITS,
	type Country,
} from '../numbers/countries.mts';
import { failed, type AnswerFields, type Endpoint } from './call.mts';

const priceRow = ({ isoCode, credits, prefix }: Country): AnswerFields => ({
	isoCode,
	sms: inEuro(credits),
	directdeposit: inEuro(VOICE_CREDITS),
	tts: inEuro(VOICE_CREDITS),
	call: inEuro(VOICE_CREDITS * 2),
	prefix: Number(prefix),
});

const unknownCountry = (isoCode: string): AnswerFields =>
	failed(`Le pays ${isoCode} n’est pas pris en charge`);

/** `getPrices`: in euro, of one country or of all. */
export const getPrices: Endpoint = ({ get }) => {
	const isoCode = get('countryIsoCode').trim();
	if (isoCode === '') return { countries: countries.map(priceRow) };
	const country = countryOf(isoCode);
	return country ? { countries: [priceRow(country)] } : unknownCountry(isoCode);
};

/** `getCreditsByCountryIsoCode`. */
export const getCreditsByCountryIsoCode: Endpoint = ({ get }) => {
	const country = countryOf(get('countryIsoCode'));
	return country
		? { isoCode: country.isoCode, nbCredits: String(country.credits) }
		: unknownCountry(get('countryIsoCode').trim());
};
