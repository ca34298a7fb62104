import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { PlannedSms } from '../../../shared/recipients/planned-sms';

/** n8n forgets the oldest beyond this many; one row of its database holds them all. */
const KEPT_KEYS = 10_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: KEPT_KEYS };

const entry = (sms: PlannedSms): string => `allmysms-sent:${sms.uniqueKey}:${sms.to}`;

/** Numbers that this workflow already texted under the same unique key. */
export interface UniqueKeys {
	/** Marks the SMS as sent, before it leaves: a crash must not send it twice. */
	claim(planned: readonly PlannedSms[]): Promise<Set<PlannedSms>>;
	/** Takes back the mark of SMS that the provider did not accept. */
	release(planned: readonly PlannedSms[]): Promise<void>;
}

/** Opens n8n's own deduplication store, which is shared by all executions of the workflow. */
export function openUniqueKeys(context: IExecuteFunctions): UniqueKeys {
	return {
		async claim(planned) {
			const keyed = planned.filter((sms) => sms.uniqueKey !== null);
			if (keyed.length === 0) return new Set();
			const first = new Map<string, PlannedSms>();
			for (const sms of keyed) if (!first.has(entry(sms))) first.set(entry(sms), sms);
			const found = await context.helpers.checkProcessedAndRecord(
				[...first.keys()],
				'workflow',
				OPTIONS,
			);
			const fresh = new Set(found.new.map(String));
			return new Set(
				keyed.filter((sms) => !fresh.has(entry(sms)) || first.get(entry(sms)) !== sms),
			);
		},
		async release(planned) {
			const entries = planned.filter((sms) => sms.uniqueKey !== null).map(entry);
			if (entries.length === 0) return;
			await context.helpers.removeProcessed(entries, 'workflow', OPTIONS);
		},
	};
}
