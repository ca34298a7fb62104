import { kindOf } from '../problem';
import { measureText, type Encoding } from '../text/sms-alphabet';
import { nounOf, type Noun, type SoundContent, type TextContent } from './message';
import { NO_REQUEST, type OutcomeStatus, type Settled } from './recipient';

/** What every output item of one recipient says, whatever was sent. A key without a value is null. */
type RecipientRow = {
	/** E.164, or the text as given where it is no number. */
	to: string;
	status: OutcomeStatus;
	/** Code of the provider's status table. */
	statusCode: number | null;
	statusText: string;
	smsId: string | null;
	campaignId: string | null;
	campaignName: string | null;
	/** ISO 8601 with offset. */
	scheduledFor: string | null;
};

/** The output item of one recipient of an SMS (contract of `sms` › `send`). */
export type SmsItem = RecipientRow & {
	encoding: Encoding;
	segments: number;
	creditsLeft: number | null;
	balance: number | null;
	/** Price of the whole request in euro; REST only. */
	cost?: number | null;
};

/** The output item of one recipient of a voice message. */
export type VoiceItem = RecipientRow & {
	/** Money left on the account, in euro. */
	balance: number | null;
	/** Price of the whole request in euro. */
	cost: number | null;
};

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What became of a message, with what a rule made of it before it left. */
function statusText({ recipient: { message, meantFor }, outcome }: Settled): string {
	if (meantFor !== undefined) return `Test, meant for ${meantFor}: ${outcome.statusText}`;
	if (message.postponed === undefined || outcome.status !== 'scheduled') return outcome.statusText;
	return `${sentence(outcome.statusText)} Postponed to ${message.scheduledFor ?? ''}, because ${message.postponed}.`;
}

const recipientRow = (settled: Settled): RecipientRow => ({
	to: settled.recipient.to,
	status: settled.outcome.status,
	statusCode: settled.outcome.statusCode,
	statusText: statusText(settled),
	smsId: settled.outcome.smsId,
	campaignId: settled.outcome.campaignId,
	campaignName: settled.recipient.message.settings.campaignName,
	scheduledFor: settled.recipient.message.scheduledFor,
});

/** What became of an SMS; no key is ever missing. */
export function smsRow(settled: Settled<TextContent>): SmsItem {
	const { content, request } = settled.recipient.message;
	const { creditsLeft, balance, cost } = settled.outcome;
	const { encoding, segments } = measureText(content.text);
	const row: SmsItem = { ...recipientRow(settled), encoding, segments, creditsLeft, balance };
	if (request.api === 'rest') row.cost = cost;
	return row;
}

/** What became of a voice message; no key is ever missing. */
export const voiceRow = (settled: Settled<SoundContent>): VoiceItem => ({
	...recipientRow(settled),
	balance: settled.outcome.balance,
	cost: settled.outcome.cost,
});

/** An error in the words of n8n: a title, and the text below it. */
export interface FailureText {
	readonly title: string;
	readonly description: string;
}

/** Recipients that one and the same thing happened to. */
interface Group {
	/** What happened, as a sentence without full stop. */
	readonly cause: string;
	readonly remedy: string;
	readonly isUnknown: boolean;
	readonly members: readonly Settled[];
}

/** How many recipients of a cause, and how many causes, are named before the rest is counted. */
const NAMED = 5;

/** Whether it was not sent, or may not have been. */
export const wentWrong = ({ outcome }: Pick<Settled, 'outcome'>): boolean =>
	outcome.status === 'rejected' || outcome.status === 'unknown';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `SMS` stays, `voice message` gets its ending. */
const plural = (noun: Noun): string => (noun === 'SMS' ? noun : `${noun}s`);

const counted = (count: number, noun: Noun): string =>
	`${count} ${count === 1 ? noun : plural(noun)}`;

/** The same thing said once, what hit most recipients first. */
function groupFailed(failed: readonly Settled[]): Group[] {
	const groups = new Map<string, Settled[]>();
	for (const each of failed) {
		const { status, problem } = each.outcome;
		const key = `${status} ${kindOf(problem ?? NO_REQUEST)}`;
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return [...groups.values()]
		.sort((a, b) => b.length - a.length)
		.map((members): Group => {
			const { problem, status } = members[0]?.outcome ?? { problem: null, status: 'rejected' };
			const { what, remedy } = problem ?? NO_REQUEST;
			const cause = members.length === 1 ? what : kindOf(problem ?? NO_REQUEST);
			return { cause, remedy, isUnknown: status === 'unknown', members };
		});
}

const named = ({ recipient: { to, itemIndex } }: Settled): string =>
	`${to} [item ${itemIndex}]`.trim();

function listed(members: readonly Settled[]): string {
	const more = members.length - NAMED;
	return [
		members.slice(0, NAMED).map(named).join(', '),
		...(more > 0 ? [`and ${more} more`] : []),
	].join(' ');
}

const missing = (isUnknown: boolean): string =>
	isUnknown ? 'may not have been sent' : 'was not sent';

/** What is said of one recipient that nothing left for, or perhaps nothing. */
export function recipientFailure({ recipient: { to, message }, outcome }: Settled): string {
	const noun = nounOf(message.content);
	const whom = to === '' ? noun : `${noun} to ${to}`;
	const what = outcome.problem?.what ?? NO_REQUEST.what;
	return outcome.status === 'unknown'
		? `It is not known whether the ${whom} was sent: ${what}`
		: `The ${whom} was not sent: ${what}`;
}

/** Where one cause hit all: it is the title. */
function ofOneCause({ cause, remedy, isUnknown, members }: Group, noun: Noun): FailureText {
	const [first] = members;
	const to = first?.recipient.to ? ` to ${first.recipient.to}` : '';
	const item = `[item ${first?.recipient.itemIndex ?? 0}]`;
	if (members.length === 1) {
		const title = `${capitalised(cause)}: the ${noun}${to} ${missing(isUnknown)} ${item}`;
		return { title, description: remedy };
	}
	const all = isUnknown
		? `${counted(members.length, noun)} may not have been sent`
		: `none of ${counted(members.length, noun)} was sent`;
	const title = `${capitalised(cause)}: ${all}, the first${to} ${item}`;
	return { title, description: `${remedy}\n${listed(members)}` };
}

const causeLine = ({ cause, remedy, isUnknown, members }: Group, noun: Noun): string => {
	const count = counted(members.length, noun);
	const verb = isUnknown
		? 'may not have been sent'
		: members.length === 1
			? 'was not sent'
			: 'were not sent';
	return `${count} ${verb}: ${cause}. ${remedy} (${listed(members)})`;
};

/** Where several things happened: the commonest is the title, all of them stand below. */
function ofSeveralCauses(groups: readonly Group[], failed: readonly Settled[], noun: Noun) {
	const [largest] = groups;
	const [first] = failed;
	const others = groups.length - 1;
	const to = first?.recipient.to ? ` to ${first.recipient.to}` : '';
	const accepted = groups.some(({ isUnknown }) => isUnknown)
		? 'none was accepted for certain'
		: 'none was sent';
	const title = `${capitalised(largest?.cause ?? '')} (${largest?.members.length ?? 0} of ${counted(failed.length, noun)}), and ${others === 1 ? 'another reason' : `${others} other reasons`}: ${accepted}, the first${to} [item ${first?.recipient.itemIndex ?? 0}]`;
	const lines = groups.slice(0, NAMED).map((group) => causeLine(group, noun));
	const more = groups.length - NAMED;
	return {
		title,
		description: [...lines, ...(more > 0 ? [`… and ${more} other reasons.`] : [])].join('\n'),
	};
}

/**
 * The error of a run in which nothing was accepted: the cause as its title, said once, with how
 * many it concerns and the first of them; the remedy and the others below it.
 *
 * @param settled all recipients of the run; those that nothing went wrong with are passed over
 */
export function failureText(settled: readonly Settled[], noun: Noun): FailureText {
	const failed = settled.filter(wentWrong);
	const groups = groupFailed(failed);
	const [only] = groups;
	if (only && groups.length === 1) return ofOneCause(only, noun);
	return ofSeveralCauses(groups, failed, noun);
}

/** The hint of a run in which some were accepted: how many were not, and why; null for none. */
export function failureHint(settled: readonly Settled[], noun: Noun): string | null {
	const failed = settled.filter(wentWrong);
	if (failed.length === 0) return null;
	const groups = groupFailed(failed);
	const causes = groups
		.slice(0, NAMED)
		.map(({ cause, members }) => (groups.length === 1 ? cause : `${cause} (${members.length})`));
	const more = groups.length - NAMED;
	const all = [...causes, ...(more > 0 ? [`${more} other reasons`] : [])].join('; ');
	const certain = groups.some(({ isUnknown }) => isUnknown) ? ' for certain' : '';
	return `${failed.length} of ${counted(settled.length, noun)} ${failed.length === 1 ? 'was' : 'were'} not accepted${certain}: ${all}. See 'status' and 'statusText' of the output items.`;
}
