import type { IExecuteFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import type { ProviderCall } from '../../shared/provider/provider-call';
import { cutIntoBatches, type Batch, dispatchBatches } from '../../shared/sending/batches';
import {
	type Recipient,
	type Settled,
	mayHaveLeft,
	NO_REQUEST,
	rejected,
	type Outcome,
} from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import { openCrashGuard } from '../run/crash-guard';
import { openRunMemory, type RunMemory, nameRun } from '../run/run-memory';
import { keepRules, openCeiling } from './keep-rules';
import { sendBatch } from './send-batch';
import { openUniqueKeys } from './unique-keys';

/** What became of the recipients of a run. */
export interface Delivery<C extends Content> {
	readonly kind: 'delivered';
	/** One per recipient, in order. */
	readonly settled: ReadonlyArray<Settled<C>>;
	/** Ends the memory of the run; to be called where no further try can come. */
	readonly close: () => void;
}

/** A run of which nothing may leave. */
export interface Withheld {
	readonly kind: 'withheld';
	readonly problem: Problem;
}

/** How the requests of a run leave. */
export interface DeliveryPlan {
	/** Where the provider is. */
	readonly address: string;
	/** Requests under way at once. */
	readonly concurrency: number;
}

/**
 * Opens the memory of what one run has sent. It keeps what must never be sent again: messages that
 * were accepted, now or before, and those whose outcome is not known.
 *
 * @param context the node's context, changed in place
 */
export function openSentMemory(context: Record<string, unknown>, run: string): RunMemory<Outcome> {
	const memory = openRunMemory<Outcome>(context, 'allMySmsSent', run);
	return {
		...memory,
		remember(key, outcome) {
			if (mayHaveLeft(outcome)) memory.remember(key, outcome);
		},
	};
}

/**
 * Names for the crash guard: the number, and how many messages of the run to the same number came
 * before. The place in the input is no part of it: when n8n starts an execution anew, the rows
 * that the items are made of may be others.
 */
function announcedNames(recipients: readonly Recipient[]): (recipient: Recipient) => string {
	const names = new Map<Recipient, string>();
	const first = (recipient: Recipient) => names.get(recipient) ?? `${recipient.to}/0`;
	if (new Set(recipients.map(({ to }) => to)).size === recipients.length) return first;
	const times = new Map<string, number>();
	for (const recipient of recipients) {
		if (recipient.known !== null) continue;
		const time = times.get(recipient.to) ?? 0;
		times.set(recipient.to, time + 1);
		if (time > 0) names.set(recipient, `${recipient.to}/${time}`);
	}
	return first;
}

/** A recipient on his way. */
interface Underway<C extends Content> {
	readonly recipient: Recipient<C>;
	/** What an earlier try of the run, or a rule, says of him. */
	readonly outcome: Outcome | null;
	readonly isRecalled: boolean;
}

/**
 * Joins what the rules make of the recipients with what earlier tries of the run know: what left
 * before a rule came into force has left.
 */
function underway<C extends Content>(
	given: Recipient<C>,
	ruled: Recipient<C>,
	recalled: Outcome | undefined,
): Underway<C> {
	if (recalled === undefined) {
		return { recipient: ruled, outcome: ruled.known, isRecalled: false };
	}
	const leftAtOnce = recalled.status === 'sent' && ruled.message.postponed !== undefined;
	return { recipient: leftAtOnce ? given : ruled, outcome: recalled, isRecalled: true };
}

/**
 * Brings every recipient to an outcome: whom a rule keeps away is told so, what an earlier try of
 * this run sent is not sent again, what an earlier execution sent under the same unique key is
 * skipped, the rest leaves in batches.
 */
export async function deliver<C extends Content>(
	context: IExecuteFunctions,
	given: ReadonlyArray<Recipient<C>>,
	plan: DeliveryPlan,
	callFor: (batch: Batch<C>) => ProviderCall,
): Promise<Delivery<C> | Withheld> {
	const { run, lasts, keyOf } = nameRun(context);
	const memory = openSentMemory(context.getContext('node'), run);
	const ruled = await keepRules(context, given);
	const recall = (each: Recipient<C>): Outcome | undefined =>
		memory.isFresh || each.known !== null ? undefined : memory.recall(keyOf(each));
	const all = given.map((each, index) => underway(each, ruled[index] ?? each, recall(each)));
	const recipients = all.map(({ recipient }) => recipient);
	// A rule may change whom a message goes to, and when: in the memory it is called as it was given.
	const givenAs = new Map<Recipient<C>, Recipient<C>>();
	for (const [index, recipient] of recipients.entries()) {
		const before = given[index];
		if (before && before !== recipient) givenAs.set(recipient, before);
	}
	const outcomes = new Map<Recipient, Outcome>();
	for (const { recipient, outcome } of all) if (outcome) outcomes.set(recipient, outcome);
	const open = recipients.filter((recipient) => !outcomes.has(recipient));

	const keys = openUniqueKeys(context);
	const ceiling = openCeiling(context, lasts, keys);
	// What earlier tries of a run sent is a part of it; what earlier calls of an agent sent was counted.
	const counted = all.filter(({ outcome, isRecalled }) => !outcome || (isRecalled && !lasts));
	const problem = await ceiling.admit(counted.map(({ recipient }) => recipient));
	if (problem) return { kind: 'withheld', problem };

	const cancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	const wire = {
		context,
		address: plan.address,
		cancelled,
		callFor,
		keys,
		guard: openCrashGuard(context, memory, run),
		announcedAs: announcedNames(recipients),
	};
	const batches = cutIntoBatches(open);
	const results = await dispatchBatches(batches, {
		concurrency: plan.concurrency,
		cancelled,
		send: async (batch) => await sendBatch(wire, batch),
		record(batch, batchResults) {
			batch.recipients.forEach((recipient, place) => {
				const outcome = batchResults[place];
				if (outcome) memory.remember(keyOf(givenAs.get(recipient) ?? recipient), outcome);
			});
		},
	});
	batches.forEach((batch, index) =>
		batch.recipients.forEach((recipient, place) => {
			const outcome = results[index]?.[place];
			if (outcome) outcomes.set(recipient, outcome);
		}),
	);
	ceiling.giveBack(open.filter((each) => !mayHaveLeft(outcomes.get(each) ?? rejected(NO_REQUEST))));
	return {
		kind: 'delivered',
		settled: recipients.map((recipient) => ({
			recipient,
			outcome: outcomes.get(recipient) ?? rejected(NO_REQUEST),
		})),
		close: lasts ? () => undefined : memory.forget,
	};
}
