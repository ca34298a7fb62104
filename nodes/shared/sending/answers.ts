import type { Problem } from '../problem';
import type { AnswerData } from '../vocabulary/answers';
import { CODES, readVerdict, statusMeaning, type Verdict } from '../vocabulary/codes';
import { firstNumber, firstText, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers, readSmsIds, type AcceptedSms } from '../vocabulary/phone';
import { ANSWER, type Api } from '../vocabulary/spellings';
import type { Batch } from './batches';
import { nounOf, type Noun } from './message';

/** What the provider says of one number of a campaign that it took. */
type RecipientAnswer =
	| { readonly smsId: string | null }
	| { readonly rejected: Problem }
	/** It may have been texted: nobody may text it again before a person has looked. */
	| { readonly unknown: Problem };

/** The part of an answer that is about single numbers. */
interface AnswerByNumber {
	/** The numbers of the campaign, E.164. */
	readonly numbers: readonly string[];
	/** Null where the answer has no list of ids. */
	readonly ids: readonly AcceptedSms[] | null;
	readonly invalidNumbers: ReadonlySet<string>;
	/** SMS that the provider counted, or null. */
	readonly counted: number | null;
	readonly scheduled: boolean;
	/** The answer says that some numbers are invalid. */
	readonly someInvalid: boolean;
}

const CHECK_NUMBER =
	"Correct the number, or take the person off the list: 'Blacklist › Check' tells the two apart.";

const INVALID: RecipientAnswer = {
	rejected: {
		what: 'AllMySMS refused the number: it does not exist, or it is blacklisted, as after a STOP',
		remedy: CHECK_NUMBER,
	},
};

const LEFT_OUT: RecipientAnswer = {
	rejected: {
		what: 'AllMySMS took the campaign and left this number out: it does not exist, or it is blacklisted, as after a STOP',
		remedy: CHECK_NUMBER,
	},
};

const NOT_NAMED: RecipientAnswer = {
	unknown: {
		what: 'AllMySMS took the campaign, but its answer does not name this number',
		remedy: 'Look at the campaign in the AllMySMS client area before you send it again.',
	},
};

const WITHOUT_ID: RecipientAnswer = { smsId: null };

/**
 * What the answer means for numbers that it names neither as accepted nor as invalid. Each
 * accepted SMS has an id, so what is missing from a list of ids was refused, unless the list has
 * ids left over that could be theirs.
 */
function ofUnnamed(answer: AnswerByNumber, unnamed: number, spareIds: number): RecipientAnswer {
	const { ids, counted, invalidNumbers, scheduled, someInvalid } = answer;
	if (counted === 0 && (ids ?? []).length === 0) return LEFT_OUT;
	if (ids === null) {
		// "Some are invalid", and not which.
		return someInvalid && invalidNumbers.size === 0 ? NOT_NAMED : WITHOUT_ID;
	}
	if (ids.length > 0) {
		if (spareIds === 0) return LEFT_OUT;
		return spareIds >= unnamed ? WITHOUT_ID : NOT_NAMED;
	}
	// An SMS that leaves later may get its id later.
	return scheduled && !someInvalid ? WITHOUT_ID : NOT_NAMED;
}

/** Sorts the numbers of a campaign into those with an id, the refused, and the doubtful. */
function recipientAnswers(answer: AnswerByNumber): Map<string, RecipientAnswer> {
	const byPhone = new Map<string, AcceptedSms>();
	const ours = new Set(answer.numbers);
	const spare = new Set<string>();
	for (const sms of answer.ids ?? []) {
		if (sms.phone !== null && ours.has(sms.phone)) {
			const known = byPhone.get(sms.phone);
			if (!known || known.smsId === null) byPhone.set(sms.phone, sms);
		} else if (sms.smsId !== null) {
			spare.add(sms.smsId);
		}
	}
	const result = new Map<string, RecipientAnswer>();
	const unnamed: string[] = [];
	for (const number of answer.numbers) {
		const accepted = byPhone.get(number);
		// An id is a receipt: it outweighs the list of invalid numbers.
		if (accepted && (accepted.smsId !== null || !answer.invalidNumbers.has(number))) {
			result.set(number, { smsId: accepted.smsId });
		} else if (answer.invalidNumbers.has(number)) result.set(number, INVALID);
		else unnamed.push(number);
	}
	const [only] = spare;
	if (unnamed.length === 1 && spare.size === 1 && unnamed[0] !== undefined && only !== undefined) {
		return result.set(unnamed[0], { smsId: only });
	}
	const meaning = ofUnnamed(answer, unnamed.length, spare.size);
	for (const number of unnamed) result.set(number, meaning);
	return result;
}

/** What the provider says to a request that sends. */
type SendReading =
	| {
			readonly kind: 'accepted';
			/** True: leaves later. */
			readonly scheduled: boolean;
			readonly statusCode: number | null;
			readonly statusText: string;
			readonly campaignId: string | null;
			readonly creditsLeft: number | null;
			/** In euro. */
			readonly balance: number | null;
			/** Price of the request in euro. */
			readonly cost: number | null;
			/** By number as in the batch; a number without an entry was accepted without an id. */
			readonly perRecipient: ReadonlyMap<string, RecipientAnswer>;
	  }
	/** Refused and accepted at once: it is anyone's guess whether they left. */
	| { readonly kind: 'contradictory'; readonly reason: string }
	| Exclude<Verdict, { kind: 'accepted' }>;

function isScheduled(code: number | null, { message }: Batch): boolean {
	if (code === CODES.scheduled) return true;
	// Other codes do not tell the two apart.
	return code !== CODES.sent && message.settings.date !== null;
}

/** What an answer that accepts says to a recipient that it accepted. */
function acceptedText(
	code: number | null,
	words: string | null,
	scheduled: boolean,
	noun: Noun,
): string {
	const title = `The ${noun} ${scheduled ? 'is scheduled' : 'was sent'}`;
	if (code !== CODES.someNumbersInvalid) return words ?? title;
	const said = words === null ? statusMeaning(code, null).problem.what.toLowerCase() : `"${words}"`;
	return `${title}: what AllMySMS answers (${code}, ${said}) is not about this number`;
}

/** Whether a refusal names SMS, or with an HTTP error a campaign, that were accepted all the same. */
function isContradictory(
	verdict: Verdict,
	names: { readonly ids: number; readonly campaignId: string | null },
	httpStatus: number,
): boolean {
	const isHttpError = httpStatus >= 400;
	if (verdict.kind === 'accepted') return isHttpError;
	return names.ids > 0 || (isHttpError && names.campaignId !== null);
}

/**
 * Reads the answer to a send. Numbers are found by their digits, never by their place: the
 * provider leaves out what it refuses.
 *
 * @param httpStatus of the answer; a refusal may come with 200
 */
export function readSendAnswer(
	data: AnswerData,
	batch: Batch,
	httpStatus: number,
	api: Api,
): SendReading {
	const fields = tellingFields(data);
	if (!fields) return { kind: 'unreadable', reason: 'the answer of AllMySMS is empty' };
	const ids = readSmsIds(fields);
	const withId = (ids ?? []).filter((sms) => sms.smsId !== null).length;
	const campaignId = firstText(fields, ANSWER.campaignId);
	const taken = withId > 0 || campaignId !== null;
	const verdict = readVerdict(fields, httpStatus, api, taken);
	if (isContradictory(verdict, { ids: withId, campaignId }, httpStatus)) {
		return {
			kind: 'contradictory',
			reason: 'AllMySMS refused the request, but names SMS that it accepted',
		};
	}
	if (verdict.kind !== 'accepted') return verdict;

	const { code, words } = verdict;
	const scheduled = isScheduled(code, batch);
	return {
		kind: 'accepted',
		scheduled,
		statusCode: code,
		statusText: acceptedText(code, words, scheduled, nounOf(batch.message.content)),
		campaignId,
		creditsLeft: firstNumber(fields, ANSWER.credits),
		balance: firstNumber(fields, ANSWER.balance),
		cost: firstNumber(fields, ANSWER.cost),
		perRecipient: recipientAnswers({
			numbers: batch.recipients.map(({ to }) => to),
			ids,
			invalidNumbers: new Set(readInvalidNumbers(fields[ANSWER.invalidNumbers[0]])),
			counted: firstNumber(fields, ANSWER.countOfSms),
			scheduled,
			someInvalid: code === CODES.someNumbersInvalid,
		}),
	};
}
