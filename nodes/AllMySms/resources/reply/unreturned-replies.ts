import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readReplies, type ReadReply } from '../../../shared/vocabulary/replies';
import { nameOfSource, type ReplySource } from './ask-replies';

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
