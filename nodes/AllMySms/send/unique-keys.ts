import { createHash } from 'crypto';

import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { PlannedSms } from '../../shared/sending/planned-sms';
import { inTurn } from '../run/in-turn';

/** n8n forgets the oldest beyond this many; one row of its database holds them all, 27 bytes each. */
const KEPT_KEYS = 50_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: KEPT_KEYS };

const CONTEXT_KEY = 'allMySmsKeys';

const entry = (sms: PlannedSms): string => `allmysms-sent:${sms.uniqueKey}:${sms.to}`;

const shortHash = (text: string): string =>
	createHash('sha256').update(text).digest('base64').slice(0, 16);

/** Numbers that this workflow already texted under the same unique key. */
export interface UniqueKeys {
	/**
	 * Marks SMS as sent, just before their request leaves: a crash must not send them twice.
	 *
	 * @returns those that an earlier execution marked, or this one for the same text
	 * @throws what n8n throws where its store cannot be used
	 */
	claim(members: readonly PlannedSms[]): Promise<Set<PlannedSms>>;
	/** Takes back the mark of SMS that the provider certainly did not accept; never throws. */
	release(members: readonly PlannedSms[]): Promise<void>;
}

/** The marks of this execution, with the text of each; all nodes of the workflow share them. */
function ownMarks(context: IExecuteFunctions): Map<string, string> {
	const flow = context.getContext('flow');
	const stored: unknown = flow[CONTEXT_KEY];
	return new Map(
		typeof stored === 'object' && stored !== null
			? Object.entries(stored).map(([mark, text]) => [mark, String(text)])
			: [],
	);
}

/**
 * Opens n8n's own deduplication store, which all executions of the workflow share. What this
 * execution itself marked is not "earlier": a second text under the same key may leave, the same
 * text may not.
 */
export function openUniqueKeys(context: IExecuteFunctions): UniqueKeys {
	const oneByOne = inTurn();
	const own = ownMarks(context);
	const keep = () => {
		context.getContext('flow')[CONTEXT_KEY] = Object.fromEntries(own);
	};
	const isEarlier = (sms: PlannedSms): boolean => {
		const text = own.get(shortHash(entry(sms)));
		return text === undefined || text === shortHash(sms.text);
	};

	return {
		async claim(members) {
			const keyed = members.filter((sms) => sms.uniqueKey !== null);
			if (keyed.length === 0) return new Set();
			return await oneByOne(async () => {
				const found = await context.helpers.checkProcessedAndRecord(
					keyed.map(entry),
					'workflow',
					OPTIONS,
				);
				const marked = new Set(found.processed.map(String));
				const held = new Set(keyed.filter((sms) => marked.has(entry(sms)) && isEarlier(sms)));
				for (const sms of keyed) {
					if (!held.has(sms)) own.set(shortHash(entry(sms)), shortHash(sms.text));
				}
				keep();
				return held;
			});
		},
		async release(members) {
			const keyed = members.filter((sms) => sms.uniqueKey !== null);
			if (keyed.length === 0) return;
			try {
				await oneByOne(async () => {
					await context.helpers.removeProcessed(keyed.map(entry), 'workflow', OPTIONS);
					for (const sms of keyed) own.delete(shortHash(entry(sms)));
					keep();
				});
			} catch (error) {
				// The outcomes of the request must reach the user; a key that stays marked sends nothing twice.
				context.logger.warn('AllMySMS could not take back the unique keys of SMS not sent', {
					reason: error instanceof Error ? error.message : String(error),
				});
			}
		},
	};
}
