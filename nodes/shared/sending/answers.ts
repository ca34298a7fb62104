import { CODES, statusCodes, statusMeaning, readVerdict, type Verdict } from '../vocabulary/codes';
import { firstNumber, firstText, providerWords, tellingFields } from '../vocabulary/fields';
import type { Fields } from '../values';
import { readInvalidNumbers } from '../vocabulary/phone';
import type { AnswerData } from '../vocabulary/answers';
import type { Batch } from './batches';
import { nounOf, type CampaignSettings, type Noun } from './message';
import { readSmsIds, recipientAnswers, type RecipientAnswer } from './recipient-answers';
import { ANSWER, type Api } from '../vocabulary/spellings';

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

/** A refusal that says: this request was accepted before (docs/provider.md, Status codes). */
export interface AcceptedBefore {
	readonly statusCode: number;
	/** The provider's own words, or null. */
	readonly words: string | null;
	/** The campaign of the first time, where the answer names it. */
	readonly campaignId: string | null;
}

/** Nobody has published the provider's words: these are what programs say of a repetition. */
const SENT_BEFORE = /(?:already|d[ée]j[àa])(?: \S+)?? (?:sent|transmi|submitted|envoy|soumi)/i;

/** The same of an identifier, where the request had one. */
const USED_BEFORE =
	/(?:already|d[ée]j[àa])(?: \S+)?? (?:sent|transmi|submitted|used|exist|known|processed|received|accepted|taken|envoy|soumi|utilis|connu|trait|reçu|accepté|pris)|\bduplicat|\bdoublon/i;

const CONFLICT = 409;

/** Whether the request told the provider how to recognise it. */
const hasIdentifier = ({ uniqueIdentifier, extraFields }: CampaignSettings): boolean =>
	uniqueIdentifier !== null ||
	Object.keys(extraFields).some((name) => /^unique_?identifier$/i.test(name.trim()));

function codesOf(fields: Fields): number[] {
	return ANSWER.status.flatMap((name) => firstNumber(fields, [name]) ?? []);
}

function saysSo(fields: Fields, settings: CampaignSettings, httpStatus: number): boolean {
	const codes = codesOf(fields);
	if (codes.includes(CODES.alreadyTransmitted)) return true;
	// Whatever its words, a code of the provider's table has a meaning of its own.
	if (codes.some((code) => statusCodes.includes(code))) return false;
	const isRefusal = httpStatus >= 400 ? httpStatus < 500 : codes.length > 0;
	if (!isRefusal || httpStatus === 408 || httpStatus === 429) return false;
	const words = providerWords(fields) ?? '';
	if (!hasIdentifier(settings)) return SENT_BEFORE.test(words);
	return httpStatus === CONFLICT || USED_BEFORE.test(words);
}

/** A refusal of the identifier that cannot be read: nobody may take it for "not sent". */
export const isDoubtfulConflict = (settings: CampaignSettings, httpStatus: number): boolean =>
	httpStatus === CONFLICT && hasIdentifier(settings);

/**
 * Whether an answer says that the provider accepted the same request before: code 121, whatever
 * the HTTP status, or the refusal of a `uniqueIdentifier` that it has seen. Such an SMS is not
 * unsent, and must not be sent again.
 */
export function readAcceptedBefore(
	data: AnswerData,
	settings: CampaignSettings,
	httpStatus: number,
): AcceptedBefore | null {
	const fields = tellingFields(data);
	if (!fields || !saysSo(fields, settings, httpStatus)) return null;
	const codes = codesOf(fields);
	return {
		statusCode: codes.includes(CODES.alreadyTransmitted)
			? CODES.alreadyTransmitted
			: (codes[0] ?? httpStatus),
		words: providerWords(fields),
		campaignId: firstText(fields, ANSWER.campaignId),
	};
}
