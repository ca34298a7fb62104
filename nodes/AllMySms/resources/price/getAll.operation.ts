import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { fail, read, refuse, type Result } from '../../../shared/problem';
import { readCreditsPerSms, readPrices } from '../../../shared/vocabulary/look-ups';
import type { Question } from '../../run/ask';
import type { ItemReader } from '../../run/item-reader';
import { countryOptions, fieldsOf, optionsField, rawOption } from '../fields';
import type { Asks } from '../resource';
import { number, rawKey, type RowSpec, sometimes, text } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('price', 'getAll', [
	{
		displayName: 'Country',
		name: 'countryCode',
		type: 'options',
		options: [{ name: 'All', value: '' }, ...countryOptions],
		default: '',
		description: 'The country to get prices for',
	},
	optionsField([
		{
			displayName: 'Include Credits',
			name: 'includeCredits',
			type: 'boolean',
			displayOptions: { hide: { '/countryCode': [''] } },
			default: false,
			description: "Whether to add how many credits an SMS costs, under the key 'credits'",
		},
		rawOption,
	]),
]);

export const output = {
	countryCode: text.orNull('Two-letter code of the country'),
	prefix: text.orNull('Country code of phone numbers, digits'),
	sms: number.orNull('Price of an SMS in euro'),
	voicemail: number.orNull('Price of a voice message on the voicemail in euro'),
	textToSpeech: number.orNull('Price of a text that is read out, in euro'),
	call: number.orNull('Price of a call in euro'),
	credits: sometimes("with 'Include Credits'", number('Credits that an SMS costs')),
	...rawKey,
} satisfies RowSpec;

function readCountry(reader: ItemReader): Result<string | null> {
	const country = reader.text('countryCode');
	if (!country.ok || country.value === null) return country;
	const code = country.value.toUpperCase();
	if (/^[A-Z]{2}$/.test(code)) return read(code);
	return refuse(
		'Country',
		`is "${country.value.slice(0, 40)}"`,
		"Use a two-letter code such as FR, BE or CH, or choose 'All'.",
	);
}

const creditsFor = (country: string): Question<{ credits: number }> => ({
	call: v9Call('getCreditsByCountryIsoCode', { country }),
	subject: `The credits of an SMS to "${country}"`,
	remedy: "Check 'Country'.",
	rows({ data }) {
		const credits = readCreditsPerSms(data);
		return credits === null
			? fail({ what: 'AllMySMS does not tell them', remedy: '' })
			: read([{ row: { credits }, raw: {} }]);
	},
});

/** Gets what messages cost, per country. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readCountry(reader);
	if (!asked.ok) return asked;
	const country = asked.value;
	const withCredits = reader.isOptionOn('includeCredits');
	if (withCredits && country === null) {
		return refuse(
			'Country',
			"is empty, but 'Include Credits' needs one",
			"Choose a country, or switch 'Include Credits' off.",
		);
	}
	return read({
		call: v9Call('getPrices', { country }),
		subject: country === null ? 'The prices' : `The prices for "${country}"`,
		remedy: "Check 'Country', or choose 'All'.",
		anew: true,
		rows({ data, httpStatus }) {
			const prices = readPrices(data, httpStatus);
			if (!prices.ok || country === null) return prices;
			return read(prices.value.filter(({ row }) => (row.countryCode ?? country) === country));
		},
		...(withCredits && country !== null ? { adds: creditsFor(country) } : {}),
	});
};
