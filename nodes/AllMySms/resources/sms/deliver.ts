import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { cutIntoBatches, type Batch } from '../../../shared/campaigns/batches';
import { batchOutcome } from '../../../shared/outcomes/batch-outcome';
import { dispatchBatches } from '../../../shared/outcomes/dispatch';
import { isAccepted, rejected, skipped, type Outcome } from '../../../shared/outcomes/outcome';
import { openSentMemory } from '../../../shared/outcomes/sent-memory';
import { callProvider, providerAddress } from '../../../shared/provider/gateway';
import { callPersistently } from '../../../shared/provider/persistent-call';
import type { PlannedSms, RecipientLine } from '../../../shared/recipients/planned-sms';
import { batchCall } from '../../../shared/requests/batch-call';
import { openUniqueKeys } from './unique-keys';

const runIndexOf = (context: IExecuteFunctions): number =>
	Number(context.evaluateExpression('{{ $runIndex }}', 0)) || 0;

/** Sends batches through the gateway, with retries only where they are certain to be safe. */
function batchSender(context: IExecuteFunctions, address: string, cancelled: () => boolean) {
	const waiting = { sleep, cancelled, random: Math.random };
	return async (batch: Batch) => {
		const request = { ...batchCall(batch, 'send'), timeoutMs: batch.request.timeoutMs };
		const reply = await callPersistently(
			async () => await callProvider(context, address, request),
			waiting,
		);
		return batchOutcome(batch, reply);
	};
}

/** What is known without asking the provider. */
function localOutcome(line: RecipientLine): Outcome | undefined {
	if (line.plan.kind === 'reject') {
		return rejected(`Not sent: "${line.to}" ${line.plan.reason}. Correct the number.`);
	}
	if (line.plan.kind === 'repeat') {
		return skipped('Not sent again: this number stands earlier in the same item.');
	}
	return undefined;
}

/**
 * Brings every line to its outcome: what an earlier try of this run sent is not sent again, what
 * an earlier execution sent under the same unique key is skipped, the rest leaves in batches.
 *
 * @returns one outcome per line, in order
 */
export async function deliver(
	context: IExecuteFunctions,
	lines: readonly RecipientLine[],
	concurrency: number,
): Promise<Outcome[]> {
	const address = await providerAddress(context);
	const memory = openSentMemory(context.getContext('node'), runIndexOf(context));
	const outcomes = new Map<RecipientLine, Outcome>();
	const open = new Map<PlannedSms, RecipientLine>();

	for (const line of lines) {
		const known = localOutcome(line) ?? memory.recall(line.itemIndex, line.to);
		if (known) outcomes.set(line, known);
		else if (line.plan.kind === 'send') open.set(line.plan.sms, line);
	}

	const keys = openUniqueKeys(context);
	const already = await keys.claim([...open.keys()]);
	const settle = (sms: PlannedSms, outcome: Outcome): void => {
		const line = open.get(sms);
		if (line) outcomes.set(line, outcome);
	};
	for (const sms of already) {
		settle(sms, skipped(`Not sent again: this workflow already texted the number under the key "${sms.uniqueKey}".`));
	}

	const planned = [...open.keys()].filter((sms) => !already.has(sms));
	const batches = cutIntoBatches(planned);
	const cancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	const results = await dispatchBatches(batches, {
		concurrency,
		cancelled,
		send: batchSender(context, address, cancelled),
		record(batch, batchResults) {
			for (const [index, sms] of batch.members.entries()) {
				const line = open.get(sms);
				const outcome = batchResults[index];
				if (line && outcome) memory.remember(line.itemIndex, line.to, outcome);
			}
		},
	});
	for (const [index, batch] of batches.entries()) {
		for (const [position, sms] of batch.members.entries()) {
			const outcome = results[index]?.[position];
			if (outcome) settle(sms, outcome);
		}
	}
	const final = lines.map((line) => outcomes.get(line) ?? rejected('Not sent.'));
	const refused = planned.filter((sms) => {
		const line = open.get(sms);
		const outcome = line && outcomes.get(line);
		return !outcome || (!isAccepted(outcome) && outcome.status !== 'unknown');
	});
	await keys.release(refused);
	return final;
}
