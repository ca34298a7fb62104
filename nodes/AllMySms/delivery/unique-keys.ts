import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { PlannedSms } from '../../shared/recipients/planned-sms';
import { inTurn } from './in-turn';

/** n8n forgets the oldest beyond this many; one row of its database holds them all, 27 bytes each. */
const KEPT_KEYS = 50_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: KEPT_KEYS };

const entry = (sms: PlannedSms): string => `allmysms-sent:${sms.uniqueKey}:${sms.to}`;

const keyed = (members: readonly PlannedSms[]): PlannedSms[] =>
	members.filter((sms) => sms.uniqueKey !== null);

/** Numbers that this workflow already texted under the same unique key. */
export interface UniqueKeys {
	/**
	 * Marks SMS as sent, just before their request leaves: a crash must not send them twice.
	 *
	 * @returns those that were marked before
	 * @throws what n8n throws where its store cannot be used
	 */
	claim(members: readonly PlannedSms[]): Promise<Set<PlannedSms>>;
	/** Takes back the mark of SMS that the provider certainly did not accept; never throws. */
	release(members: readonly PlannedSms[]): Promise<void>;
}

/** Opens n8n's own deduplication store, which all executions of the workflow share. */
export function openUniqueKeys(context: IExecuteFunctions): UniqueKeys {
	const oneByOne = inTurn();
	return {
		async claim(members) {
			const marked = keyed(members);
			if (marked.length === 0) return new Set();
			const found = await oneByOne(
				async () =>
					await context.helpers.checkProcessedAndRecord(marked.map(entry), 'workflow', OPTIONS),
			);
			const earlier = new Set(found.processed.map(String));
			return new Set(marked.filter((sms) => earlier.has(entry(sms))));
		},
		async release(members) {
			const marked = keyed(members);
			if (marked.length === 0) return;
			try {
				await oneByOne(
					async () => await context.helpers.removeProcessed(marked.map(entry), 'workflow', OPTIONS),
				);
			} catch (error) {
				// The outcomes of the request must reach the user; a key that stays marked sends nothing twice.
				context.logger.warn(
					'AllMySMS could not take back the unique keys of SMS that were not sent',
					{
						reason: error instanceof Error ? error.message : String(error),
					},
				);
			}
		},
	};
}
