import { fail, read, type Result } from '../problem';
import { isFields } from '../values';
import type { AnswerData } from './answers';
import { firstNumber, firstText, receivedAtReader, spokenText, tellingFields } from './fields';
import { providerPhone } from './phone';
import { readRows, readRowsAs, type ReadRow } from './rows';
import { ANSWER } from './spellings';

/** A number that wants no more SMS. A key without a value is null. */
export type BlacklistRow = {
	phoneNumber: string | null;
	/** ISO 8601 with offset. */
	since: string | null;
	/** The provider's words, such as "stop" or "Refused". */
	reason: string | null;
};

const BLACKLIST = { rowKeys: ANSWER.phoneNumber, listKeys: ['blacklist'] };

/** Reads the answer to `getBlacklist`, with each row as it came. */
export function readBlacklist(
	data: AnswerData,
	httpStatus: number,
): Result<Array<ReadRow<BlacklistRow>>> {
	const since = receivedAtReader();
	return readRowsAs(data, httpStatus, BLACKLIST, (raw) => ({
		phoneNumber: providerPhone(firstText(raw, ANSWER.phoneNumber)),
		since: since(raw),
		reason: spokenText(firstText(raw, ANSWER.comment)),
	}));
}

/** The rows of a blacklist by the number that they are about, for many look-ups. */
export function blacklistIndex<T extends { readonly row: BlacklistRow }>(
	rows: readonly T[],
): (phoneNumber: string) => T | undefined {
	const byPhone = new Map<string, T>();
	for (const each of rows) {
		if (each.row.phoneNumber !== null) byPhone.set(each.row.phoneNumber, each);
	}
	return (phoneNumber) => byPhone.get(phoneNumber);
}

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

const PRICES = {
	rowKeys: [ANSWER.country[0], ...ANSWER.priceOfSms],
	listKeys: ['countries', 'country'],
};

/** Reads the answer to `getPrices`, with each row as it came. */
export function readPrices(data: AnswerData, httpStatus: number): Result<Array<ReadRow<PriceRow>>> {
	return readRowsAs(data, httpStatus, PRICES, (raw) => ({
		countryCode: firstText(raw, ANSWER.country)?.toUpperCase() ?? null,
		prefix: firstText(raw, ANSWER.prefix)?.replace(/^\+/, '') ?? null,
		sms: firstNumber(raw, ANSWER.priceOfSms),
		voicemail: firstNumber(raw, ANSWER.priceOfVoicemail),
		textToSpeech: firstNumber(raw, ANSWER.priceOfTextToSpeech),
		call: firstNumber(raw, ANSWER.priceOfCall),
	}));
}

/** Reads the credits of an SMS from the answer to `getCreditsByCountryIsoCode`; null: not told. */
export function readCreditsPerSms(data: AnswerData): number | null {
	const fields = tellingFields(data);
	return fields === null ? null : firstNumber(fields, ANSWER.creditsPerSms);
}

/** A link and its short form. */
export type ShortLinkRow = { url: string; shortUrl: string };

const LINKS = { rowKeys: ANSWER.shortUrl, listKeys: [] };

/** Reads the answer to `shortenUrl`, with the object as it came. */
export function readShortLink(
	data: AnswerData,
	httpStatus: number,
	url: string,
): Result<Array<ReadRow<ShortLinkRow>>> {
	const reading = readRows(data, httpStatus, LINKS);
	if (!reading.ok) return reading;
	const raw = reading.value[0];
	const shortUrl = raw && firstText(raw, ANSWER.shortUrl);
	if (!raw || !shortUrl) {
		return fail({ what: 'The answer of AllMySMS has no short link', remedy: '' });
	}
	return read([{ raw, row: { url, shortUrl } }]);
}

/** What became of the SMS of a campaign, in numbers. A key without a value is null. */
export type CampaignStatisticsRow = {
	campaignId: string;
	/** SMS of the campaign. */
	sms: number | null;
	delivered: number | null;
	pending: number | null;
	/** SMS that could not be delivered. */
	undelivered: number | null;
	/** Numbers that were invalid. */
	invalid: number | null;
	clicks: number | null;
	/** Phones that clicked at least once. */
	uniqueClicks: number | null;
};

const STATISTICS = {
	rowKeys: [
		...ANSWER.smsOfCampaign,
		...ANSWER.delivered,
		...ANSWER.pending,
		...ANSWER.undelivered,
		...ANSWER.invalid,
	],
	listKeys: ['campaign'],
};

/** Reads the answer to `getCampaignStats`, with the object as it came. */
export function readCampaignStatistics(
	data: AnswerData,
	httpStatus: number,
	campaignId: string,
): Result<Array<ReadRow<CampaignStatisticsRow>>> {
	// The text of a refusal may stand under `error`, which here is a number.
	const told =
		isFields(data) &&
		ANSWER.undelivered.some((name) => typeof data[name] === 'string') &&
		ANSWER.smsOfCampaign.every((name) => data[name] === undefined);
	const shape = told ? { ...STATISTICS, rowKeys: ANSWER.smsOfCampaign } : STATISTICS;
	const reading = readRowsAs(data, httpStatus, shape, (raw) => ({
		campaignId,
		sms: firstNumber(raw, ANSWER.smsOfCampaign),
		delivered: firstNumber(raw, ANSWER.delivered),
		pending: firstNumber(raw, ANSWER.pending),
		undelivered: firstNumber(raw, ANSWER.undelivered),
		invalid: firstNumber(raw, ANSWER.invalid),
		clicks: firstNumber(raw, ANSWER.clicks),
		uniqueClicks: firstNumber(raw, ANSWER.uniqueClicks),
	}));
	return reading.ok ? read(reading.value.slice(0, 1)) : reading;
}
