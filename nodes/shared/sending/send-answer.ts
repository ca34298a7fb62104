import type { Campaign } from './campaign';
import { campaignIdOf, readVerdict, type Api, type Verdict } from '../vocabulary/campaign-answer';
import { CODES } from '../vocabulary/codes';
import { firstNumber, numberOf, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers } from '../vocabulary/phone';
import type { AnswerData } from '../vocabulary/read-answer';
import { readSmsIds } from './sms-ids';
import { recipientAnswers, type RecipientAnswer } from './recipient-answers';
import { statusMeaning } from '../vocabulary/status-table';

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
			/** By number as in the campaign; a number without an entry was accepted without an id. */
			readonly perRecipient: ReadonlyMap<string, RecipientAnswer>;
	  }
	/** Refused and accepted at once: it is anyone's guess whether they left. */
	| { readonly kind: 'contradictory'; readonly reason: string }
	| Exclude<Verdict, { kind: 'accepted' }>;

function isScheduled(code: number | null, campaign: Campaign): boolean {
	if (code === CODES.scheduled) return true;
	// Other codes do not tell the two apart.
	return code !== CODES.sent && campaign.settings.date !== null;
}

/** What an answer that accepts says to a recipient that it accepted. */
function acceptedText(code: number | null, words: string | null, scheduled: boolean): string {
	const { title } = statusMeaning(scheduled ? CODES.scheduled : CODES.sent, null);
	if (code !== CODES.someNumbersInvalid) return words ?? title;
	const said = words === null ? statusMeaning(code, null).title.toLowerCase() : `"${words}"`;
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
	campaign: Campaign,
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
	const scheduled = isScheduled(code, campaign);
	return {
		kind: 'accepted',
		scheduled,
		statusCode: code,
		statusText: acceptedText(code, words, scheduled),
		campaignId,
		creditsLeft: firstNumber(fields, 'credits'),
		balance: firstNumber(fields, 'balance'),
		cost: numberOf(fields.cost),
		perRecipient: recipientAnswers({
			numbers: campaign.recipients.map(({ phoneNumber }) => phoneNumber),
			ids,
			invalidNumbers: new Set(readInvalidNumbers(fields.invalidNumbers)),
			counted: firstNumber(fields, 'nbSms', 'nbContacts'),
			scheduled,
			someInvalid: code === CODES.someNumbersInvalid,
		}),
	};
}
