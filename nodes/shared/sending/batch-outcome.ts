import { readAnswer, type Answer } from '../vocabulary/read-answer';
import { isDoubtfulConflict, readAcceptedBefore, type AcceptedBefore } from './accepted-before';
import { readSendAnswer } from './send-answer';
import type { Batch } from './batches';
import type { ProviderReply } from '../provider/provider-reply';
import { isRefusedForLoad } from '../provider/retry-policy';
import { acceptedBefore, rejected, unknown, type Outcome } from './outcome';

/** What became of the SMS of one request. */
export interface BatchOutcome {
	/** One per member of the batch, in its order. */
	readonly outcomes: readonly Outcome[];
	/** Set where the other requests of this run would meet the same end; says why. */
	readonly halt: string | null;
}

const LOOK_FIRST =
	'Look for the campaign in the AllMySMS client area before you send it again: it may have left.';

const all = (batch: Batch, outcome: Outcome, halt: string | null = null): BatchOutcome => ({
	outcomes: batch.members.map(() => outcome),
	halt,
});

const sentence = (text: string): string =>
	/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

function uncertain(batch: Batch, reason: string, code: number | null = null): BatchOutcome {
	return all(
		batch,
		unknown(`It is not known whether the SMS left: ${sentence(reason)} ${LOOK_FIRST}`, code),
	);
}

/** Of all redirects the one that says: done, read the result elsewhere. */
const SEE_OTHER = 303;

type Answered = Extract<ProviderReply, { kind: 'answered' }>;

function ofRedirect(batch: Batch, reply: Answered): BatchOutcome {
	const target = reply.location ? ` to ${reply.location.split('?')[0]}` : '';
	const text = `Not sent: the address answered with a redirect${target}. Enter the final address as Base URL in the AllMySMS credential.`;
	return all(batch, rejected(text, reply.httpStatus), text);
}

function ofLoad(batch: Batch, reply: Answered): BatchOutcome {
	const wait = reply.retryAfterMs
		? ` It asked to wait ${Math.ceil(reply.retryAfterMs / 1000)} seconds.`
		: '';
	const text = `Not sent: AllMySMS refused the request because it is busy.${wait} Send these again later, or lower 'Concurrency'.`;
	return all(batch, rejected(text, reply.httpStatus), text);
}

function ofClientError(batch: Batch, reply: Answered): BatchOutcome {
	const text =
		reply.httpStatus === 401 || reply.httpStatus === 403
			? `Not sent: AllMySMS refused the login or the API key (HTTP ${reply.httpStatus}). Check both in the AllMySMS credential.`
			: `Not sent: the address refused the request (HTTP ${reply.httpStatus}). Check the Base URL in the AllMySMS credential.`;
	return all(batch, rejected(text, reply.httpStatus), text);
}

function ofRepetition(batch: Batch, before: AcceptedBefore): BatchOutcome {
	const said = before.words === null ? '' : ` ("${before.words}")`;
	const text = `Not sent again: AllMySMS says that it accepted this request before${said}. Look at the campaign in the AllMySMS client area.`;
	return all(batch, acceptedBefore(text, before.statusCode, before.campaignId));
}

function ofBody(batch: Batch, reply: Answered, answer: Answer): BatchOutcome {
	const isClientError = reply.httpStatus >= 400;
	if (!answer.ok) {
		if (isClientError && !isDoubtfulConflict(batch.campaign, reply.httpStatus)) {
			return ofClientError(batch, reply);
		}
		return uncertain(batch, 'the answer of AllMySMS could not be read');
	}
	const reading = readSendAnswer(answer.data, batch.campaign, reply.httpStatus, batch.request.api);
	if (reading.kind === 'contradictory') return uncertain(batch, reading.reason);
	if (reading.kind === 'unreadable') {
		return isClientError ? ofClientError(batch, reply) : uncertain(batch, reading.reason);
	}
	if (reading.kind === 'refused') {
		const text = `Not sent: ${sentence(reading.title)} ${reading.remedy}`;
		return all(batch, rejected(text, reading.statusCode), reading.halts ? text : null);
	}
	const accepted = {
		status: reading.scheduled ? 'scheduled' : 'sent',
		statusCode: reading.statusCode,
		statusText: reading.statusText,
		campaignId: reading.campaignId,
		creditsLeft: reading.creditsLeft,
		balance: reading.balance,
		cost: reading.cost,
	} as const;
	// "Sent" is the code of the others; "some numbers are invalid" is theirs.
	const codeOfRejected = reading.statusCode === 113 ? 113 : null;
	return {
		halt: null,
		outcomes: batch.members.map((sms): Outcome => {
			const own = reading.perRecipient.get(sms.to);
			if (own && 'rejected' in own) {
				const { creditsLeft, balance, cost } = accepted;
				return { ...rejected(own.rejected, codeOfRejected), creditsLeft, balance, cost };
			}
			if (own && 'unknown' in own) {
				return { ...accepted, status: 'unknown', statusText: own.unknown, smsId: null };
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
		const text = `Not sent: AllMySMS was not reached, ${sentence(reply.reason)} ${reply.remedy}`;
		return all(batch, rejected(text), text);
	}
	if (reply.kind === 'uncertain') return uncertain(batch, reply.reason);
	const { httpStatus } = reply;
	const answer = readAnswer(reply.body);
	const before = answer.ok ? readAcceptedBefore(answer.data, batch.campaign, httpStatus) : null;
	if (before) return ofRepetition(batch, before);
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
