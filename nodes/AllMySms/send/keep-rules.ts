import type { IExecuteFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import { v9Call } from '../../shared/provider/provider-call';
import {
	applyRules,
	isAdvertising,
	isUnruled,
	type Unwanted,
} from '../../shared/sending/apply-rules';
import { type CountedText, overCeiling } from '../../shared/sending/rules';
import type { Recipient } from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import { measureText } from '../../shared/text/sms-alphabet';
import { blacklistIndex, readBlacklist } from '../../shared/vocabulary/look-ups';
import { askProvider } from '../run/ask';
import { currentMoment } from './read-items';
import type { UniqueKeys } from './unique-keys';

const unreadable = (reason: string): Problem => ({
	what: `the blacklist could not be read (${reason}), and advertising to somebody who said STOP is forbidden`,
	remedy: 'Run the node again later.',
});

/** Who wants no advertising, as the provider knows it. */
async function askUnwanted(context: IExecuteFunctions): Promise<Unwanted | Problem> {
	const reply = await askProvider(context, v9Call('getBlacklist', {}));
	const rows = reply.ok ? readBlacklist(reply.value.data, reply.value.httpStatus) : reply;
	if (!rows.ok) return unreadable(rows.problem.what);
	const find = blacklistIndex(rows.value);
	return (to) => {
		const found = find(to);
		if (!found) return null;
		const { since, reason } = found.row;
		const details = [reason, since === null ? null : `since ${since.slice(0, 10)}`];
		const told = details.filter((each) => each !== null).join(', ');
		return `is on the blacklist of AllMySMS${told === '' ? '' : ` (${told})`}`;
	};
}

/**
 * Keeps a run to the rules of its options before anything leaves. The blacklist is read once, and
 * only for advertising.
 *
 * @returns the recipients in the same order, each with what the rules make of him
 */
export async function keepRules<C extends Content>(
	context: IExecuteFunctions,
	recipients: ReadonlyArray<Recipient<C>>,
): Promise<ReadonlyArray<Recipient<C>>> {
	if (recipients.every(({ message }) => isUnruled(message.rules))) return recipients;
	const asks = recipients.some(
		(each) =>
			each.known === null && isAdvertising(each) && each.message.rules.testRecipient === null,
	);
	const unwanted = asks ? await askUnwanted(context) : () => null;
	const { now, workflowZone } = currentMoment(context);
	return applyRules(recipients, { now, workflowZone, unwanted });
}

const CONTEXT_KEY = 'allMySmsSegments';

/** A message without a text counts as one SMS. */
const segmentsOf = ({ message: { content } }: Recipient): number =>
	content.kind === 'text' ? measureText(content.text).segments : 1;

/** What counts of a message. */
export const countedText = (recipient: Recipient): CountedText => {
	const { content } = recipient.message;
	const text = content.kind === 'text' ? content.text : content.url;
	return { to: recipient.to, text, segments: segmentsOf(recipient) };
};

/** The lowest of the limits; 0 for none. */
export const limitOf = (recipients: readonly Recipient[]): number =>
	recipients.reduce((lowest, { message: { rules } }) => {
		if (rules.maximumSms === 0) return lowest;
		return lowest === 0 ? rules.maximumSms : Math.min(lowest, rules.maximumSms);
	}, 0);

/** What an execution may send in all, and has sent. */
export interface Ceiling {
	/** Why nothing of the run may leave; null where all of it may, and is counted from now on. */
	admit<C extends Content>(recipients: ReadonlyArray<Recipient<C>>): Promise<Problem | null>;
	/** Takes back the count of those that did not leave. */
	giveBack(recipients: readonly Recipient[]): void;
}

/**
 * Opens the limit of 'Maximum SMS'. It holds for a run; where an AI agent calls the node, for all its
 * calls in the execution.
 *
 * @param lasts more calls of the same run may come
 */
export function openCeiling(
	context: IExecuteFunctions,
	lasts: boolean,
	keys: Pick<UniqueKeys, 'known'>,
): Ceiling {
	const store = context.getContext('node');
	const before = (): number => (lasts ? Number(store[CONTEXT_KEY] ?? 0) : 0);
	const add = (segments: number): void => {
		if (lasts) store[CONTEXT_KEY] = before() + segments;
	};
	const sum = (recipients: readonly Recipient[]): number =>
		recipients.reduce((total, each) => total + segmentsOf(each), 0);

	return {
		async admit(recipients) {
			const limit = limitOf(recipients);
			if (limit === 0) return null;
			let counted = recipients;
			let problem = overCeiling(counted.map(countedText), limit, before());
			if (problem) {
				// Most of a list that comes again and again was texted before, and will be skipped.
				const known = await keys.known(recipients);
				counted = recipients.filter((each) => !known.has(each));
				problem = overCeiling(counted.map(countedText), limit, before());
			}
			if (!problem) add(sum(recipients));
			return problem;
		},
		giveBack(recipients) {
			if (limitOf(recipients) > 0) add(-sum(recipients));
		},
	};
}
