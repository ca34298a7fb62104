import type {
	DeduplicationScope,
	ICheckProcessedOptions,
	IExecuteFunctions,
	IDataObject,
} from 'n8n-workflow';

import { readReplies, type ReadReply } from '../../../shared/vocabulary/replies';

/** Whose replies are asked for; nulls for those of the whole account of the credential. */
export interface ReplySource {
	readonly campaignId: string | null;
	readonly subAccount: string | null;
}

/** Names a source, so that what belongs to it can be kept apart. */
export const nameOfSource = ({ campaignId, subAccount }: ReplySource): string =>
	JSON.stringify([campaignId, subAccount]);

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

const STATIC_KEY = 'allMySmsUnreturned';

/** A few megabytes in the workflow's row of n8n's database. */
export const MOST_UNRETURNED = 10_000;

/**
 * Replies that were read and not returned yet: the provider may give each of them only once. They
 * stand in the workflow's static data, which n8n keeps between the tries of one execution, and,
 * except for manual ones, between executions, failed ones included.
 */
export interface UnreturnedReplies {
	of(source: ReplySource): ReadReply[];
	/** Replaces what is kept for the source, at most {@link MOST_UNRETURNED}. */
	keep(source: ReplySource, replies: readonly ReadReply[]): void;
}

/** Opens what earlier tries and executions left. */
export function openUnreturnedReplies(context: IExecuteFunctions): UnreturnedReplies {
	const data = context.getWorkflowStaticData('node');
	const stored = (): IDataObject => {
		const kept = data[STATIC_KEY];
		return typeof kept === 'object' && kept !== null ? (kept as IDataObject) : {};
	};
	return {
		of(source) {
			const rows = stored()[nameOfSource(source)];
			if (!Array.isArray(rows)) return [];
			// n8n watches static data: items must not hold what is watched.
			const copy: unknown = JSON.parse(JSON.stringify(rows));
			const reading = readReplies({ mos: copy }, 200, { ...source, smsId: null });
			return reading.ok ? reading.value : [];
		},
		keep(source, replies) {
			const name = nameOfSource(source);
			const others = Object.fromEntries(
				Object.entries(stored()).filter(([other]) => other !== name),
			);
			const rows = replies.slice(0, MOST_UNRETURNED).map(({ raw }) => raw as IDataObject);
			const kept = rows.length > 0 ? { ...others, [name]: rows } : others;
			if (Object.keys(kept).length > 0) data[STATIC_KEY] = kept;
			else if (data[STATIC_KEY] !== undefined) delete data[STATIC_KEY];
		},
	};
}
