import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import { narrowBatch, type Batch } from '../../shared/sending/batches';
import { batchOutcome, type BatchOutcome } from '../../shared/sending/batch-outcome';
import { NO_REQUEST, rejected, skipped, unknown, type Outcome } from '../../shared/sending/outcome';
import { callProvider } from '../../shared/provider/gateway';
import { callPersistently } from '../../shared/provider/persistent-call';
import type { ProviderCall } from '../../shared/provider/provider-call';
import type { PlannedSms } from '../../shared/sending/planned-sms';
import type { CrashGuard } from '../run/crash-guard';
import type { UniqueKeys } from './unique-keys';

/** What a request needs on its way out. */
export interface Departure {
	readonly context: IExecuteFunctions;
	readonly address: string;
	readonly cancelled: () => boolean;
	readonly callFor: (batch: Batch) => ProviderCall;
	readonly keys: UniqueKeys;
	readonly guard: CrashGuard;
	/** What an SMS is called when it is announced to the guard. */
	readonly announcedAs: (sms: PlannedSms) => string;
}

const AFTER_CRASH: Problem = {
	what: 'n8n stopped while it was sending and started this execution again',
	remedy: 'Look for the campaign in the AllMySMS client area before you send it again.',
};

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
	members: readonly PlannedSms[],
): Promise<Set<PlannedSms> | Problem> {
	try {
		return await departure.keys.claim(members);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {
			what: `n8n could not look up the 'Unique Key' of earlier executions (${reason})`,
			remedy:
				'A Remove Duplicates node with the scope "workflow" in another mode uses the same store: take it out, or run the node again later.',
		};
	}
}

/** SMS of the batch that must not leave, each with the reason. */
async function heldBack(
	departure: Departure,
	batch: Batch,
): Promise<Map<PlannedSms, Outcome> | Problem> {
	const left = await departure.guard.announce(batch.members.map(departure.announcedAs));
	const held = new Map<PlannedSms, Outcome>();
	for (const sms of batch.members) {
		if (left.has(departure.announcedAs(sms))) held.set(sms, unknown(AFTER_CRASH));
	}
	const already = await claimOrExplain(
		departure,
		batch.members.filter((sms) => !held.has(sms)),
	);
	if ('what' in already) return already;
	for (const sms of already) {
		const text = `Not sent again: this workflow texts, or has texted, the number under the key "${sms.uniqueKey}".`;
		held.set(sms, skipped(text));
	}
	return held;
}

/**
 * Sends one batch: what an earlier execution sent under the same unique key stays behind, and
 * nothing leaves that a crashed process may already have sent.
 *
 * @returns one outcome per member, in order; never throws for what happens on the way
 */
export async function sendBatch(departure: Departure, batch: Batch): Promise<BatchOutcome> {
	const held = await heldBack(departure, batch);
	if ('what' in held) {
		return { outcomes: batch.members.map(() => rejected(held)), halt: held };
	}
	const fresh = batch.members.filter((sms) => !held.has(sms));
	const { outcomes, halt } = await sendFresh(departure, batch, fresh);
	const known = new Map(held);
	for (const [index, sms] of fresh.entries()) {
		const outcome = outcomes[index];
		if (outcome) known.set(sms, outcome);
	}
	return {
		halt,
		outcomes: batch.members.map((sms) => known.get(sms) ?? rejected(NO_REQUEST)),
	};
}
