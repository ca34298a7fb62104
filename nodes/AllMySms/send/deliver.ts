import type { IExecuteFunctions } from 'n8n-workflow';

import type { ProviderCall } from '../../shared/provider/provider-call';
import { cutIntoBatches, type Batch, dispatchBatches } from '../../shared/sending/batches';
import { mayHaveLeft, NO_REQUEST, rejected, type Outcome } from '../../shared/sending/outcome';
import type { Content, Recipient, Settled } from '../../shared/sending/recipient';
import { openCrashGuard } from '../run/crash-guard';
import { openRunMemory, type RunMemory, nameRun } from '../run/run-memory';
import { sendBatch } from './send-batch';
import { openUniqueKeys } from './unique-keys';

/** What became of the recipients of a run. */
export interface Delivery<C extends Content> {
	/** One per recipient, in order. */
	readonly settled: ReadonlyArray<Settled<C>>;
	/** Ends the memory of the run; to be called where no further try can come. */
	readonly close: () => void;
}

/** How the requests of a run leave. */
export interface DeliveryPlan<C extends Content> {
	/** Where the provider is. */
	readonly address: string;
	/** Requests under way at once. */
	readonly concurrency: number;
	readonly callFor: (batch: Batch<C>) => ProviderCall;
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
	const times = new Map<string, number>();
	const names = new Map<Recipient, string>();
	for (const recipient of recipients) {
		if (recipient.known !== null) continue;
		const time = times.get(recipient.to) ?? 0;
		times.set(recipient.to, time + 1);
		if (time > 0) names.set(recipient, `${recipient.to}/${time}`);
	}
	return (recipient) => names.get(recipient) ?? `${recipient.to}/0`;
}

/**
 * Brings every recipient to an outcome: what an earlier try of this run sent is not sent again, what
 * an earlier execution sent under the same unique key is skipped, the rest leaves in batches.
 */
export async function deliver<C extends Content>(
	context: IExecuteFunctions,
	recipients: ReadonlyArray<Recipient<C>>,
	plan: DeliveryPlan<C>,
): Promise<Delivery<C>> {
	const { run, lasts, keyOf } = nameRun(context);
	const memory = openSentMemory(context.getContext('node'), run);
	const outcomes = new Map<Recipient, Outcome>();
	const open = recipients.filter((recipient) => {
		const known = recipient.known ?? (memory.isFresh ? null : memory.recall(keyOf(recipient)));
		if (known) outcomes.set(recipient, known);
		return !known;
	});

	const cancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	const wire = {
		context,
		address: plan.address,
		cancelled,
		callFor: plan.callFor,
		keys: openUniqueKeys(context),
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
				if (outcome) memory.remember(keyOf(recipient), outcome);
			});
		},
	});
	batches.forEach((batch, index) =>
		batch.recipients.forEach((recipient, place) => {
			const outcome = results[index]?.[place];
			if (outcome) outcomes.set(recipient, outcome);
		}),
	);
	return {
		settled: recipients.map((recipient) => ({
			recipient,
			outcome: outcomes.get(recipient) ?? rejected(NO_REQUEST),
		})),
		close: lasts ? () => undefined : memory.forget,
	};
}
