import { number, rawKey, type RowSpec, sometimes, text } from '../row-spec';

export const price = {
	countryCode: text.orNull('Two-letter code of the country'),
	prefix: text.orNull('Country code of phone numbers, digits'),
	sms: number.orNull('Price of an SMS in euro'),
	voicemail: number.orNull('Price of a voice message on the voicemail in euro'),
	textToSpeech: number.orNull('Price of a text that is read out, in euro'),
	call: number.orNull('Price of a call in euro'),
	credits: sometimes("with 'Include Credits'", number('Credits that an SMS costs')),
	...rawKey,
} satisfies RowSpec;
