import { read, type Result } from '../../problem';
import { firstNumber, firstText, tellingFields, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { readRows } from './answer-rows';

/** What messages to a country cost. A key without a value is null. */
export type PriceRow = {
	/** Two letters, ISO 3166. */
	countryCode: string | null;
	/** Country code of phone numbers, digits. */
	prefix: string | null;
	/** Price of an SMS in euro. */
	sms: number | null;
	/** Price of a message on the voicemail in euro. */
	voicemail: number | null;
	/** Price of a text that is read out in euro. */
	textToSpeech: number | null;
	/** Price of a call in euro. */
	call: number | null;
};

const SHAPE = { rowKeys: ['isoCode', 'sms'], listKeys: ['countries', 'country'] };

/** Reads the answer to `getPrices`, with each row as it came. */
export function readPrices(
	data: AnswerData,
	httpStatus: number,
): Result<Array<{ row: PriceRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const rows = reading.value.map((raw) => ({
		raw,
		row: {
			countryCode: firstText(raw, 'isoCode', 'countryIsoCode')?.toUpperCase() ?? null,
			prefix: firstText(raw, 'prefix')?.replace(/^\+/, '') ?? null,
			sms: firstNumber(raw, 'sms'),
			voicemail: firstNumber(raw, 'directdeposit'),
			textToSpeech: firstNumber(raw, 'tts'),
			call: firstNumber(raw, 'call'),
		},
	}));
	return read(rows);
}

/** Reads the credits of an SMS from the answer to `getCreditsByCountryIsoCode`; null: not told. */
export function readCreditsPerSms(data: AnswerData): number | null {
	const fields = tellingFields(data);
	return fields === null ? null : firstNumber(fields, 'nbCredits', 'credits');
}
