import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { fail, read, refuse, type Result } from '../../../shared/problem';
import { readCreditsPerSms, readPrices } from '../../../shared/vocabulary/look-ups';
import { askQuestion, type Question, outputRows } from '../../run/ask';
import { forEachItem } from '../../run/for-each-item';
import { itemReaders, type ItemReader } from '../../run/item-reader';
import { countryOptions, fieldsOf, optionsField, rawOption } from '../fields';
import { type RowOf, number, rawKey, type RowSpec, sometimes, text } from '../resource';

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

type Price = RowOf<typeof output>;

function pricesOf(country: string | null, withRaw: boolean): Question<Price> {
	return {
		call: v9Call('getPrices', { country }),
		subject: country === null ? 'The prices' : `The prices for "${country}"`,
		remedy: "Check 'Country', or choose 'All'.",
		rows({ data, httpStatus }) {
			const reading = outputRows(readPrices(data, httpStatus), withRaw);
			if (!reading.ok || country === null) return reading;
			return read(reading.value.filter(({ countryCode }) => (countryCode ?? country) === country));
		},
	};
}

const creditsFor = (country: string): Question<Required<Pick<Price, 'credits'>>> => ({
	call: v9Call('getCreditsByCountryIsoCode', { country }),
	subject: `The credits of an SMS to "${country}"`,
	remedy: "Check 'Country'.",
	rows({ data }) {
		const credits = readCreditsPerSms(data);
		return credits === null
			? fail({ what: 'AllMySMS does not tell them', remedy: '' })
			: read([{ credits }]);
	},
});

async function pricesForItem(
	context: IExecuteFunctions,
	reader: ItemReader,
): Promise<Result<Price[]>> {
	const country = readCountry(reader);
	if (!country.ok) return country;
	const withCredits = reader.isOptionOn('includeCredits');
	if (withCredits && country.value === null) {
		return refuse(
			'Country',
			"is empty, but 'Include Credits' needs one",
			"Choose a country, or switch 'Include Credits' off.",
		);
	}
	const prices = await askQuestion(context, pricesOf(country.value, reader.isOptionOn('raw')));
	if (!prices.ok || !withCredits || country.value === null) return prices;
	const credits = await askQuestion(context, creditsFor(country.value));
	if (!credits.ok) return credits;
	return read(prices.value.map((row) => ({ ...row, ...credits.value[0] })));
}

/** Gets what messages cost, per country. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(this, description);
	return await forEachItem(this, async (itemIndex) => {
		const reader = readerOf(itemIndex);
		return reader.ok ? await pricesForItem(this, reader.value) : reader;
	});
}
