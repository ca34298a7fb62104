import type { IExecuteFunctions } from 'n8n-workflow';

import { cutIntoBatches, type Batch } from '../../shared/sending/batches';
import { dispatchBatches } from '../../shared/sending/dispatch';
import { NO_REQUEST, rejected, skipped, type Outcome } from '../../shared/sending/outcome';
import { openSentMemory, type SentMemory } from './sent-memory';
import type { ProviderCall } from '../../shared/provider/provider-call';
import type { PlannedSms, RecipientLine } from '../../shared/sending/planned-sms';
import { openCrashGuard } from '../run/crash-guard';
import { nameRun } from '../run/run-name';
import { sendBatch } from './send-batch';
import { openUniqueKeys } from './unique-keys';

/** What became of a run's lines. */
export interface Delivery {
	/** One per line, in order. */
	readonly outcomes: readonly Outcome[];
	/** Ends the memory of the run; to be called where no further try can come. */
	readonly close: () => void;
}

/** How the lines leave. */
export interface DeliveryPlan {
	/** Where the provider is. */
	readonly address: string;
	/** Requests under way at once. */
	readonly concurrency: number;
	readonly callFor: (batch: Batch) => ProviderCall;
}

/** What is known without asking the provider. */
function localOutcome(line: RecipientLine): Outcome | undefined {
	if (line.plan.kind === 'reject') return rejected(line.plan.problem);
	if (line.plan.kind === 'repeat') {
		return skipped('Not sent again: this number stands earlier in the same item.');
	}
	return undefined;
}

/** Lines that must still leave, by their SMS; the others get their outcome at once. */
function sortLines(
	lines: readonly RecipientLine[],
	memory: SentMemory,
	keyOf: (line: RecipientLine) => string,
	outcomes: Map<RecipientLine, Outcome>,
): Map<PlannedSms, RecipientLine> {
	const open = new Map<PlannedSms, RecipientLine>();
	for (const line of lines) {
		const known = localOutcome(line) ?? memory.recall(keyOf(line));
		if (known) outcomes.set(line, known);
		else if (line.plan.kind === 'send') open.set(line.plan.sms, line);
	}
	return open;
}

/**
 * Names for the crash guard: the number, and how many SMS of the run to the same number came
 * before. The place in the input is no part of it: when n8n starts an execution anew, the rows
 * that the items are made of may be others.
 */
function announcedNames(lines: readonly RecipientLine[]): (sms: PlannedSms) => string {
	const times = new Map<string, number>();
	const names = new Map<PlannedSms, string>();
	for (const { to, plan } of lines) {
		if (plan.kind !== 'send') continue;
		const time = times.get(to) ?? 0;
		times.set(to, time + 1);
		names.set(plan.sms, `${to}/${time}`);
	}
	return (sms) => names.get(sms) ?? sms.to;
}

/**
 * Brings every line to its outcome: what an earlier try of this run sent is not sent again, what
 * an earlier execution sent under the same unique key is skipped, the rest leaves in batches.
 */
export async function deliver(
	context: IExecuteFunctions,
	lines: readonly RecipientLine[],
	plan: DeliveryPlan,
): Promise<Delivery> {
	const { run, lasts, keyOf } = nameRun(context);
	const memory = openSentMemory(context.getContext('node'), run);
	const outcomes = new Map<RecipientLine, Outcome>();
	const open = sortLines(lines, memory, keyOf, outcomes);

	const lineOf = (sms: PlannedSms): RecipientLine => {
		const line = open.get(sms);
		if (!line) throw new Error('A request holds an SMS that no item asked for');
		return line;
	};
	const cancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	const departure = {
		context,
		address: plan.address,
		cancelled,
		callFor: plan.callFor,
		keys: openUniqueKeys(context),
		guard: openCrashGuard(context, memory, run),
		announcedAs: announcedNames(lines),
	};
	const batches = cutIntoBatches([...open.keys()]);
	const results = await dispatchBatches(batches, {
		concurrency: plan.concurrency,
		cancelled,
		send: async (batch) => await sendBatch(departure, batch),
		record(batch, batchResults) {
			for (const [index, sms] of batch.members.entries()) {
				const outcome = batchResults[index];
				if (outcome) memory.remember(keyOf(lineOf(sms)), outcome);
			}
		},
	});
	for (const [index, batch] of batches.entries()) {
		for (const [position, sms] of batch.members.entries()) {
			const outcome = results[index]?.[position];
			if (outcome) outcomes.set(lineOf(sms), outcome);
		}
	}
	return {
		outcomes: lines.map((line) => outcomes.get(line) ?? rejected(NO_REQUEST)),
		close: lasts ? () => undefined : memory.forget,
	};
}
