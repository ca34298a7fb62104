import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { narrowBatch, type Batch } from '../../shared/campaigns/batches';
import { batchOutcome, type BatchOutcome } from '../../shared/outcomes/batch-outcome';
import { rejected, skipped, unknown, type Outcome } from '../../shared/outcomes/outcome';
import { callProvider } from '../../shared/provider/gateway';
import { callPersistently } from '../../shared/provider/persistent-call';
import type { ProviderCall } from '../../shared/provider/provider-request';
import type { PlannedSms } from '../../shared/recipients/planned-sms';
import type { CrashGuard } from './crash-guard';
import type { UniqueKeys } from './unique-keys';

/** What a request needs on its way out. */
export interface Departure {
	readonly context: IExecuteFunctions;
	readonly address: string;
	readonly cancelled: () => boolean;
	readonly callFor: (batch: Batch) => ProviderCall;
	readonly keys: UniqueKeys;
	readonly guard: CrashGuard;
	/** Names the SMS within the run. */
	readonly keyOf: (sms: PlannedSms) => string;
}

const AFTER_CRASH =
	'It is not known whether the SMS left: n8n stopped while it was sending and started this execution again. Look for the campaign in the AllMySMS client area before you send it again.';

async function transmit(departure: Departure, batch: Batch): Promise<BatchOutcome> {
	const { context, address, cancelled } = departure;
	const request = { ...departure.callFor(batch), timeoutMs: batch.request.timeoutMs };
	const reply = await callPersistently(async () => await callProvider(context, address, request), {
		sleep,
		cancelled,
		random: Math.random,
	});
	return batchOutcome(batch, reply);
}

const certainlyNotSent = (outcome: Outcome | undefined): boolean => outcome?.status === 'rejected';

async function sendFresh(
	departure: Departure,
	batch: Batch,
	fresh: readonly PlannedSms[],
): Promise<BatchOutcome> {
	if (fresh.length === 0) return { outcomes: [], halt: null };
	const result = await transmit(departure, narrowBatch(batch, fresh));
	await departure.keys.release(
		fresh.filter((_, index) => certainlyNotSent(result.outcomes[index])),
	);
	return result;
}

async function claimOrExplain(
	departure: Departure,
	batch: Batch,
): Promise<Set<PlannedSms> | string> {
	try {
		return await departure.keys.claim(batch.members);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return `Not sent: n8n could not look up the 'Unique Key' of earlier executions (${reason}). A Remove Duplicates node with the scope "workflow" in another mode uses the same store.`;
	}
}

/**
 * Sends one batch: what an earlier execution sent under the same unique key stays behind, and
 * nothing leaves that a crashed process may already have sent.
 *
 * @returns one outcome per member, in order; never throws for what happens on the way
 */
export async function sendBatch(departure: Departure, batch: Batch): Promise<BatchOutcome> {
	const all = (outcome: Outcome, halt: string | null = null): BatchOutcome => ({
		outcomes: batch.members.map(() => outcome),
		halt,
	});
	if (!(await departure.guard.mayLeave(batch.members.map(departure.keyOf)))) {
		return all(unknown(AFTER_CRASH));
	}
	const already = await claimOrExplain(departure, batch);
	if (typeof already === 'string') return all(rejected(already), already);

	const fresh = batch.members.filter((sms) => !already.has(sms));
	const { outcomes, halt } = await sendFresh(departure, batch, fresh);
	const bySms = new Map(fresh.map((sms, index) => [sms, outcomes[index]]));
	return {
		halt,
		outcomes: batch.members.map(
			(sms) =>
				bySms.get(sms) ??
				skipped(
					`Not sent again: this workflow already texted the number under the key "${sms.uniqueKey}".`,
				),
		),
	};
}
