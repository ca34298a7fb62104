import { type Problem, read, type Result } from '../problem';
import { CODES, statusMeaning } from './codes';
import { firstNumber, firstText, providerWords } from './fields';
import { type Fields, isFields } from '../values';
import type { AnswerData } from './answers';
import { readRows } from './rows';
import { ANSWER, type Api } from './spellings';

/** What an answer to a send or a simulation says of the whole request. */
export type Verdict =
	| { readonly kind: 'accepted'; readonly code: number | null; readonly words: string | null }
	| {
			readonly kind: 'refused';
			readonly statusCode: number | null;
			readonly problem: Problem;
			/** Every other request of the run would get the same answer. */
			readonly halts: boolean;
	  }
	| { readonly kind: 'unreadable'; readonly reason: string };

/** The code of an answer; v9.0 calls it `status`, REST `code`. */
function codeOf(fields: Fields, api: Api): number | null {
	const code = firstNumber(fields, api === 'v9' ? ANSWER.status : ANSWER.code);
	return code !== null && Number.isInteger(code) ? code : null;
}

/** 0 and 102 to 199 are refusals in v9.0, from 1000 on in REST; of others nothing is known. */
const isRefusal = (code: number): boolean =>
	code === 0 || (code > CODES.scheduled && code < 200) || code >= 1000;

function refused(code: number | null, words: string | null, httpStatus: number): Verdict {
	if (httpStatus === 401 || httpStatus === 403) {
		return {
			kind: 'refused',
			statusCode: code ?? httpStatus,
			...statusMeaning(CODES.notLoggedIn, null),
		};
	}
	return { kind: 'refused', statusCode: code, ...statusMeaning(code, words) };
}

/**
 * Whether the provider took a request.
 *
 * @param taken the answer names SMS or a campaign, or what they cost
 */
export function readVerdict(fields: Fields, httpStatus: number, api: Api, taken: boolean): Verdict {
	const code = codeOf(fields, api);
	const words = providerWords(fields);
	if (code === CODES.sent || code === CODES.scheduled) return { kind: 'accepted', code, words };
	if (code === CODES.someNumbersInvalid && taken) return { kind: 'accepted', code, words };
	if (httpStatus >= 400) return refused(code, words, httpStatus);
	if (code === null) {
		if (taken) return { kind: 'accepted', code, words };
		const status = firstText(fields, ANSWER.status);
		return {
			kind: 'unreadable',
			reason: status
				? `AllMySMS answered with the status "${status.slice(0, 100)}"`
				: 'the answer of AllMySMS has no status',
		};
	}
	if (isRefusal(code)) return refused(code, words, httpStatus);
	return {
		kind: 'unreadable',
		reason: `AllMySMS answered with code ${code}, whose meaning is not known${words ? `: ${words}` : ''}`,
	};
}

/** The id of the campaign that the provider made, or null. */
export const campaignIdOf = (fields: Fields): string | null => firstText(fields, ANSWER.campaignId);

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

const SHAPE = {
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
): Result<Array<{ row: CampaignStatisticsRow; raw: Fields }>> {
	// The text of a refusal may stand under `error`, which here is a number.
	const told =
		isFields(data) &&
		ANSWER.undelivered.some((name) => typeof data[name] === 'string') &&
		ANSWER.smsOfCampaign.every((name) => data[name] === undefined);
	const shape = told ? { ...SHAPE, rowKeys: ANSWER.smsOfCampaign } : SHAPE;
	const reading = readRows(data, httpStatus, shape);
	if (!reading.ok) return reading;
	const rows = reading.value.slice(0, 1).map((raw) => ({
		raw,
		row: {
			campaignId,
			sms: firstNumber(raw, ANSWER.smsOfCampaign),
			delivered: firstNumber(raw, ANSWER.delivered),
			pending: firstNumber(raw, ANSWER.pending),
			undelivered: firstNumber(raw, ANSWER.undelivered),
			invalid: firstNumber(raw, ANSWER.invalid),
			clicks: firstNumber(raw, ANSWER.clicks),
			uniqueClicks: firstNumber(raw, ANSWER.uniqueClicks),
		},
	}));
	return read(rows);
}
