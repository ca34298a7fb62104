import type { Problem } from '../problem';
import { isRefusedForLoad, type ProviderReply } from '../provider/provider-call';
import type { Fields } from '../values';
import { readAnswer, type AnswerData } from '../vocabulary/answers';
import { CODES, statusCodes } from '../vocabulary/codes';
import { firstNumber, firstText, providerWords, tellingFields } from '../vocabulary/fields';
import { ANSWER } from '../vocabulary/spellings';
import { readSendAnswer } from './answers';
import type { Batch } from './batches';
import { nounOf, type CampaignSettings } from './message';
import { acceptedBefore, rejected, unknown, type BatchOutcome, type Outcome } from './recipient';

const LOOK_FIRST =
	'Look for the campaign in the AllMySMS client area before you send it again: it may have left.';

/** The provider's words may end with a stop of their own. */
const withoutStop = (text: string): string => text.trim().replace(/[.!\s]+$/, '');

const all = (batch: Batch, outcome: Outcome, halt: Problem | null = null): BatchOutcome => ({
	outcomes: batch.recipients.map(() => outcome),
	halt,
});

const refusedAll = (batch: Batch, problem: Problem, code: number | null, halts: boolean) =>
	all(batch, rejected(problem, code), halts ? problem : null);

const unknownOf = ({ message }: Batch, problem: Problem, code: number | null = null): Outcome =>
	unknown(problem, nounOf(message.content), code);

const uncertain = (batch: Batch, reason: string, code: number | null = null): BatchOutcome =>
	all(batch, unknownOf(batch, { what: withoutStop(reason), remedy: LOOK_FIRST }, code));

/** Of all redirects the one that says: done, read the result elsewhere. */
const SEE_OTHER = 303;

type Answered = Extract<ProviderReply, { kind: 'answered' }>;

function ofRedirect(batch: Batch, reply: Answered): BatchOutcome {
	const target = reply.location ? ` to ${reply.location.split('?')[0]}` : '';
	const problem = {
		what: `the address answered with a redirect${target}`,
		remedy: 'Enter the final address as Base URL in the AllMySMS credential.',
	};
	return refusedAll(batch, problem, reply.httpStatus, true);
}

function ofLoad(batch: Batch, reply: Answered): BatchOutcome {
	const wait = reply.retryAfterMs
		? `It asked to wait ${Math.ceil(reply.retryAfterMs / 1000)} seconds. `
		: '';
	const problem = {
		what: 'AllMySMS refused the request because it is busy',
		remedy: `${wait}Send these again later, or lower 'Requests at Once'.`,
	};
	return refusedAll(batch, problem, reply.httpStatus, true);
}

function ofClientError(batch: Batch, reply: Answered): BatchOutcome {
	const problem =
		reply.httpStatus === 401 || reply.httpStatus === 403
			? {
					what: `AllMySMS refused the login or the API key (HTTP ${reply.httpStatus})`,
					remedy: 'Check both in the AllMySMS credential.',
				}
			: {
					what: `the address refused the request (HTTP ${reply.httpStatus})`,
					remedy: 'Check the Base URL in the AllMySMS credential.',
				};
	return refusedAll(batch, problem, reply.httpStatus, true);
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

/** Whether the answer is a refusal that says: this request was accepted before. */
function tellsRepetition(fields: Fields, settings: CampaignSettings, httpStatus: number): boolean {
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
const isDoubtfulConflict = (settings: CampaignSettings, httpStatus: number): boolean =>
	httpStatus === CONFLICT && hasIdentifier(settings);

/**
 * The outcome where an answer says that the provider accepted the same request before: code 121,
 * whatever the HTTP status, or the refusal of a `uniqueIdentifier` that it has seen (docs/provider.md,
 * Status codes). Such an SMS is not unsent, and must not be sent again.
 *
 * @returns null where the answer says no such thing
 */
function ofRepetition(batch: Batch, answer: AnswerData, httpStatus: number): BatchOutcome | null {
	const fields = tellingFields(answer);
	if (!fields || !tellsRepetition(fields, batch.message.settings, httpStatus)) return null;
	const codes = codesOf(fields);
	const isTransmitted = codes.includes(CODES.alreadyTransmitted);
	const statusCode = isTransmitted ? CODES.alreadyTransmitted : (codes[0] ?? httpStatus);
	const words = providerWords(fields);
	const said = words === null ? '' : ` ("${words}")`;
	const text = `Not sent again: AllMySMS says that it accepted this request before${said}. Look at the campaign in the AllMySMS client area.`;
	// The campaign is that of the first time, where the answer names it.
	return all(batch, acceptedBefore(text, statusCode, firstText(fields, ANSWER.campaignId)));
}

function ofBody(batch: Batch, reply: Answered, answer: AnswerData | null): BatchOutcome {
	const isClientError = reply.httpStatus >= 400;
	if (answer === null) {
		if (isClientError && !isDoubtfulConflict(batch.message.settings, reply.httpStatus)) {
			return ofClientError(batch, reply);
		}
		return uncertain(batch, 'the answer of AllMySMS could not be read');
	}
	const reading = readSendAnswer(answer, batch, reply.httpStatus, batch.message.request.api);
	if (reading.kind === 'contradictory') return uncertain(batch, reading.reason);
	if (reading.kind === 'unreadable') {
		return isClientError ? ofClientError(batch, reply) : uncertain(batch, reading.reason);
	}
	if (reading.kind === 'refused') {
		const problem = { ...reading.problem, what: withoutStop(reading.problem.what) };
		return refusedAll(batch, problem, reading.statusCode, reading.halts);
	}
	const accepted = {
		status: reading.scheduled ? 'scheduled' : 'sent',
		statusCode: reading.statusCode,
		statusText: reading.statusText,
		problem: null,
		smsId: null,
		campaignId: reading.campaignId,
		creditsLeft: reading.creditsLeft,
		balance: reading.balance,
		cost: reading.cost,
	} as const;
	// "Sent" is the code of the others; "some numbers are invalid" is theirs.
	const codeOfRejected =
		reading.statusCode === CODES.someNumbersInvalid ? reading.statusCode : null;
	return {
		halt: null,
		outcomes: batch.recipients.map(({ to }): Outcome => {
			const own = reading.perRecipient.get(to);
			if (own && 'rejected' in own) {
				const { creditsLeft, balance, cost } = accepted;
				return { ...rejected(own.rejected, codeOfRejected), creditsLeft, balance, cost };
			}
			if (own && 'unknown' in own) {
				const { status, statusText, problem } = unknownOf(batch, own.unknown);
				return { ...accepted, status, statusText, problem };
			}
			return { ...accepted, smsId: own?.smsId ?? null };
		}),
	};
}

/**
 * The outcome table: from what happened on the wire to what is known of each SMS.
 * `docs/reliability.md` shows it row by row.
 */
export function batchOutcome(batch: Batch, reply: ProviderReply): BatchOutcome {
	if (reply.kind === 'unreached') {
		const what = `AllMySMS was not reached, ${withoutStop(reply.reason)}`;
		return refusedAll(batch, { what, remedy: reply.remedy }, null, true);
	}
	if (reply.kind === 'uncertain') return uncertain(batch, reply.reason);
	const { httpStatus } = reply;
	const answer = readAnswer(reply.body);
	const repetition = answer ? ofRepetition(batch, answer, httpStatus) : null;
	if (repetition) return repetition;
	if (isRefusedForLoad(reply)) return ofLoad(batch, reply);
	if (httpStatus >= 500 || httpStatus === 408) {
		return uncertain(batch, `AllMySMS answered with HTTP ${httpStatus}`, httpStatus);
	}
	if (httpStatus === SEE_OTHER) {
		return uncertain(batch, 'the address took the request and pointed elsewhere for its answer');
	}
	if (httpStatus >= 300 && httpStatus < 400) return ofRedirect(batch, reply);
	return ofBody(batch, reply, answer);
}
