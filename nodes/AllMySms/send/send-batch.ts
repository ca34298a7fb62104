import type { IExecuteFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import type { Batch } from '../../shared/sending/batches';
import { quietSince } from '../../shared/sending/apply-rules';
import { batchOutcome } from '../../shared/sending/batch-outcome';
import { callProviderAgain } from '../../shared/provider/gateway';
import type { ProviderCall } from '../../shared/provider/provider-call';
import {
	type Recipient,
	NO_REQUEST,
	rejected,
	skipped,
	unknown,
	type BatchOutcome,
	type Outcome,
} from '../../shared/sending/recipient';
import { nounOf, type Content } from '../../shared/sending/message';
import type { CrashGuard } from '../run/crash-guard';
import { currentMoment } from './read-items';
import type { UniqueKeys } from './unique-keys';

/** What the requests of a run need on their way out. */
export interface Wire<C extends Content> {
	readonly context: IExecuteFunctions;
	readonly address: string;
	readonly cancelled: () => boolean;
	readonly callFor: (batch: Batch<C>) => ProviderCall;
	readonly keys: UniqueKeys;
	readonly guard: CrashGuard;
	/** What a recipient is called when it is announced to the guard. */
	readonly announcedAs: (recipient: Recipient<C>) => string;
}

const AFTER_CRASH: Problem = {
	what: 'n8n stopped while it was sending and started this execution again',
	remedy: 'Look for the campaign in the AllMySMS client area before you send it again.',
};

async function transmit<C extends Content>(wire: Wire<C>, batch: Batch<C>): Promise<BatchOutcome> {
	const { context, address, cancelled } = wire;
	const request = { ...wire.callFor(batch), timeoutMs: batch.message.request.timeoutMs };
	return batchOutcome(batch, await callProviderAgain(context, address, request, cancelled));
}

const certainlyNotSent = (outcome: Outcome | undefined): boolean => outcome?.status === 'rejected';

async function sendFresh<C extends Content>(
	wire: Wire<C>,
	batch: Batch<C>,
	fresh: ReadonlyArray<Recipient<C>>,
): Promise<BatchOutcome> {
	if (fresh.length === 0) return { outcomes: [], halt: null };
	const result = await transmit(wire, { ...batch, recipients: fresh });
	await wire.keys.release(fresh.filter((_, index) => certainlyNotSent(result.outcomes[index])));
	return result;
}

async function claimOrExplain<C extends Content>(
	wire: Wire<C>,
	members: ReadonlyArray<Recipient<C>>,
): Promise<Set<Recipient<C>> | Problem> {
	try {
		return await wire.keys.claim(members);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {
			what: `n8n could not look up the 'Send Once per Key' of earlier executions (${reason})`,
			remedy:
				'A Remove Duplicates node with the scope "workflow" in another mode uses the same store: take it out, or run the node again later.',
		};
	}
}

const freshOf = <C extends Content>(
	{ recipients }: Batch<C>,
	held: ReadonlyMap<Recipient<C>, Outcome>,
): ReadonlyArray<Recipient<C>> =>
	held.size === 0 ? recipients : recipients.filter((recipient) => !held.has(recipient));

/** Those of the batch whom nothing may leave for, each with the reason. */
async function heldBack<C extends Content>(
	wire: Wire<C>,
	batch: Batch<C>,
): Promise<Map<Recipient<C>, Outcome> | Problem> {
	const left = await wire.guard.announce(batch.recipients.map(wire.announcedAs));
	const held = new Map<Recipient<C>, Outcome>();
	const noun = nounOf(batch.message.content);
	const { now } = currentMoment(wire.context);
	for (const recipient of batch.recipients) {
		const quiet = quietSince(recipient, now);
		if (left.has(wire.announcedAs(recipient))) held.set(recipient, unknown(AFTER_CRASH, noun));
		else if (quiet) held.set(recipient, rejected(quiet));
	}
	const already = await claimOrExplain(wire, freshOf(batch, held));
	if ('what' in already) return already;
	for (const recipient of already) {
		const text = `Not sent again: this workflow texts, or has texted, the number under the key "${recipient.message.uniqueKey}".`;
		held.set(recipient, skipped(text));
	}
	return held;
}

/**
 * Sends one batch: what an earlier execution sent under the same unique key stays behind, and
 * nothing leaves that a crashed process may already have sent.
 *
 * @returns one outcome per recipient, in order; never throws for what happens on the way
 */
export async function sendBatch<C extends Content>(
	wire: Wire<C>,
	batch: Batch<C>,
): Promise<BatchOutcome> {
	const held = await heldBack(wire, batch);
	if ('what' in held) {
		return { outcomes: batch.recipients.map(() => rejected(held)), halt: held };
	}
	const fresh = freshOf(batch, held);
	const result = await sendFresh(wire, batch, fresh);
	if (held.size === 0) return result;
	const { outcomes, halt } = result;
	const known = new Map(held);
	for (const [index, recipient] of fresh.entries()) {
		const outcome = outcomes[index];
		if (outcome) known.set(recipient, outcome);
	}
	return {
		halt,
		outcomes: batch.recipients.map((recipient) => known.get(recipient) ?? rejected(NO_REQUEST)),
	};
}
