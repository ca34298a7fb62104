import { campaignIdOf, readVerdict, type Api, type Verdict } from '../vocabulary/campaign-answer';
import { CODES } from '../vocabulary/codes';
import { firstNumber, numberOf, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers } from '../vocabulary/phone';
import type { AnswerData } from '../vocabulary/read-answer';
import type { Batch } from './batches';
import { nounOf, type Noun } from './recipient';
import type { Estimate } from './simulations';
import { statusMeaning } from '../vocabulary/status-table';
import { readSmsIds, recipientAnswers, type RecipientAnswer } from './recipient-answers';

/** What the provider says to a request that sends. */
export type SendReading =
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
	const campaignId = campaignIdOf(fields);
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
		creditsLeft: firstNumber(fields, 'credits'),
		balance: firstNumber(fields, 'balance'),
		cost: numberOf(fields.cost),
		perRecipient: recipientAnswers({
			numbers: batch.recipients.map(({ to }) => to),
			ids,
			invalidNumbers: new Set(readInvalidNumbers(fields.invalidNumbers)),
			counted: firstNumber(fields, 'nbSms', 'nbContacts'),
			scheduled,
			someInvalid: code === CODES.someNumbersInvalid,
		}),
	};
}

/** What the provider says to a request that only asks for the price. */
export type SimulateReading =
	| ({ readonly kind: 'counted' } & Estimate)
	| Exclude<Verdict, { kind: 'accepted' }>;

/** Reads the answer to `simulateCampaign`, or to a REST send with `simulate`. */
export function readSimulateAnswer(
	data: AnswerData,
	httpStatus: number,
	api: Api,
): SimulateReading {
	const fields = tellingFields(data);
	if (!fields) return { kind: 'unreadable', reason: 'the answer of AllMySMS is empty' };
	const credits = firstNumber(fields, 'nbCredits', 'creditsUsed');
	const cost = firstNumber(fields, 'cost');
	const counts = credits ?? firstNumber(fields, 'nbSms', 'nbContacts') ?? cost;
	const verdict = readVerdict(fields, httpStatus, api, counts !== null);
	if (verdict.kind !== 'accepted') return verdict;
	const invalidNumbers = readInvalidNumbers(fields.invalidNumbers);
	return { kind: 'counted', credits, cost, invalidNumbers };
}
