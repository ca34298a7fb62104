import type { DeduplicationScope, ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

/** n8n forgets the oldest beyond this many: 27 bytes each, in one row of its database. */
const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: 100_000 };

/**
 * The workflow's row knows what other nodes returned; the node's own row keeps what the many
 * entries of another kind, such as unique keys, push out of the workflow's.
 */
const SCOPES: readonly DeduplicationScope[] = ['workflow', 'node'];

const entryOf = (key: string): string => `allmysms-reply:${key}`;

const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** Which replies this workflow has returned, in n8n's own store across executions. */
export interface ReplyJournal {
	/**
	 * Marks replies as returned.
	 *
	 * @returns those that were not marked before
	 * @throws what n8n throws where its store cannot be used
	 */
	claim(keys: readonly string[]): Promise<Set<string>>;
	/** Takes marks back. @returns false where that was not possible */
	release(keys: readonly string[]): Promise<boolean>;
}

/** Opens the store. Where one of its rows is used in another way, the other row suffices. */
export function openReplyJournal(context: IExecuteFunctions): ReplyJournal {
	const { helpers, logger } = context;
	return {
		async claim(keys) {
			let fresh = new Set(keys);
			let failure: unknown = null;
			let answered = 0;
			if (keys.length === 0) return fresh;
			for (const scope of SCOPES) {
				try {
					const found = await helpers.checkProcessedAndRecord(keys.map(entryOf), scope, OPTIONS);
					const known = new Set(found.processed.map(String));
					fresh = new Set([...fresh].filter((key) => !known.has(entryOf(key))));
					answered++;
				} catch (error) {
					failure = error;
					logger.warn('AllMySMS could not use the store of returned replies', {
						scope,
						reason: reasonOf(error),
					});
				}
			}
			if (answered === 0) throw new Error(reasonOf(failure));
			return fresh;
		},
		async release(keys) {
			let released = 0;
			for (const scope of keys.length > 0 ? SCOPES : []) {
				try {
					await helpers.removeProcessed(keys.map(entryOf), scope, OPTIONS);
					released++;
				} catch (error) {
					logger.warn('AllMySMS could not take back marks of replies', {
						scope,
						reason: reasonOf(error),
					});
				}
			}
			return keys.length === 0 || released === SCOPES.length;
		},
	};
}
