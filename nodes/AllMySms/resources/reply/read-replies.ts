import type { IExecuteFunctions } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import { type ProviderCall, v9Call } from '../../../shared/provider/provider-call';
import { readReplies, type ReadReply } from '../../../shared/vocabulary/replies';
import { askProvider } from '../../run/ask';
import { providerFailure } from '../../run/item-output';
import {
	nameOfSource,
	openReplyJournal,
	type ReplyJournal,
	MOST_UNRETURNED,
	openUnreturnedReplies,
	type ReplySource,
	type UnreturnedReplies,
} from './kept-replies';

const FIRST_ASK = 1_000;
const GROWTH = 10;
/** More replies than this do not fit into the answer that is read. */
const LAST_ASK = 1_000_000;
const TIMEOUT_MS = 120_000;

function callFor({ campaignId, subAccount }: ReplySource, most: number): ProviderCall {
	return campaignId === null
		? v9Call('getPulls', { limit: String(most), subAccount })
		: v9Call('getPull', { campaignId, subAccount });
}

async function askOnce(
	context: IExecuteFunctions,
	source: ReplySource,
	most: number,
): Promise<Result<ReadReply[]>> {
	const { campaignId } = source;
	const subject =
		campaignId === null ? 'The replies' : `The replies to the campaign "${campaignId}"`;
	const answer = await askProvider(context, callFor(source, most), TIMEOUT_MS);
	if (!answer.ok) {
		return providerFailure(
			`${subject} could not be read: ${answer.problem.what}`,
			answer.problem.remedy,
		);
	}
	const reading = readReplies(answer.value.data, answer.value.httpStatus, {
		smsId: null,
		campaignId,
	});
	if (reading.ok) return reading;
	const remedy = "Check 'Campaign ID'; empty means the replies of the whole account.";
	const { problem } = reading;
	return providerFailure(`${subject} could not be read: ${problem.what}`, problem.remedy || remedy);
}

/**
 * Asks for replies until as many are there as are wanted, or there are no more. Nothing is known
 * of pages, only of a limit; where the provider gives as many as it was asked for, it is asked for
 * more. What it gives twice counts once.
 *
 * @param wanted may be infinite
 */
export async function askReplies(
	context: IExecuteFunctions,
	source: ReplySource,
	wanted: number,
): Promise<Result<ReadReply[]>> {
	const replies = new Map<string, ReadReply>();
	for (let most = Math.min(wanted, FIRST_ASK); ; most = Math.min(most * GROWTH, wanted, LAST_ASK)) {
		const known = replies.size;
		const answer = await askOnce(context, source, most);
		if (!answer.ok) {
			// What a first answer gave may be marked as read by now: it must not be dropped.
			if (known > 0) break;
			return answer;
		}
		for (const reply of answer.value) if (!replies.has(reply.key)) replies.set(reply.key, reply);
		const mayHaveMore = answer.value.length >= most && replies.size > known;
		if (source.campaignId !== null || !mayHaveMore || replies.size >= wanted) break;
		if (most >= LAST_ASK) break;
	}
	return read([...replies.values()]);
}

/** Marks are taken back one by one, each with a search of the whole store. */
const CLAIMED_AT_ONCE = 2_000;

const byKey = (replies: readonly ReadReply[]): Map<string, ReadReply> =>
	new Map(replies.map((reply) => [reply.key, reply]));

const numberOfId = ({ row }: ReadReply): number => Number(row.replyId ?? NaN) || 0;

/** Oldest first; a reply without a date comes last, and ids tell those of one second apart. */
const inOrder = (replies: Iterable<ReadReply>): ReadReply[] =>
	[...replies]
		.map((reply) => ({ reply, at: Date.parse(reply.row.receivedAt ?? '') || Infinity }))
		.sort((a, b) => (a.at === b.at ? numberOfId(a.reply) - numberOfId(b.reply) : a.at - b.at))
		.map(({ reply }) => reply);

interface Claimed {
	readonly taken: ReadReply[];
	/** New ones beyond the limit: they are not marked. */
	readonly left: ReadReply[];
}

async function claim(
	journal: ReplyJournal,
	replies: readonly ReadReply[],
	limit: number,
): Promise<Claimed> {
	const taken: ReadReply[] = [];
	const size = Number.isFinite(limit) ? CLAIMED_AT_ONCE : Math.max(1, replies.length);
	for (let start = 0; start < replies.length; start += size) {
		const part = replies.slice(start, start + size);
		const fresh = await journal.claim(part.map(({ key }) => key));
		const found = part.filter(({ key }) => fresh.has(key));
		const over = found.slice(limit - taken.length);
		// Better more than the limit than a reply that is marked and never returned.
		const isReleased = await journal.release(over.map(({ key }) => key));
		taken.push(...(isReleased ? found.slice(0, limit - taken.length) : found));
		if (taken.length >= limit) {
			const rest = isReleased ? over : [];
			return { taken, left: [...rest, ...replies.slice(start + size)] };
		}
	}
	return { taken, left: [] };
}

/** Replies that no earlier execution of the workflow returned. */
export interface NewReplies {
	/** Reads what there is. Nothing is marked yet: what comes after may still fail. */
	read(source: ReplySource): Promise<Result<null>>;
	/** Gives the oldest new ones of a source that was read, and marks them as returned. */
	take(source: ReplySource, limit: number): Promise<Result<ReadReply[]>>;
}

/**
 * Opens the new replies. Whether the provider gives a reply once or always is not known, so what
 * was read is kept until it is returned, and what was returned is remembered.
 */
export function openNewReplies(context: IExecuteFunctions): NewReplies {
	const journal = openReplyJournal(context);
	const unreturned: UnreturnedReplies = openUnreturnedReplies(context);
	const isKept = context.getMode() !== 'manual';
	const open = new Map<string, ReadReply[]>();

	/** What is left for the next time, where the provider would not give it again. */
	const keepLeft = async (source: ReplySource, left: ReadReply[]): Promise<ReadReply[]> => {
		if (left.length === 0) {
			unreturned.keep(source, []);
			return [];
		}
		const again = await askReplies(context, source, Infinity);
		const given = byKey(again.ok ? again.value : []);
		const isGivenAgain = left.every(({ key }) => given.has(key));
		if (isGivenAgain) {
			unreturned.keep(source, []);
			return [];
		}
		const all = inOrder(new Map([...byKey(left), ...given]).values());
		if (!isKept) {
			// A manual execution keeps nothing: what is left must be returned, or it is lost.
			const more = await claim(journal, all, Infinity);
			unreturned.keep(source, []);
			return more.taken;
		}
		unreturned.keep(source, all);
		const rest = all.slice(MOST_UNRETURNED);
		return (await claim(journal, rest, Infinity)).taken;
	};

	return {
		async read(source) {
			const answer = await askReplies(context, source, Infinity);
			if (!answer.ok) return answer;
			const all = new Map([...byKey(unreturned.of(source)), ...byKey(answer.value)]);
			const ordered = inOrder(all.values());
			open.set(nameOfSource(source), ordered);
			unreturned.keep(source, ordered);
			return { ok: true, value: null };
		},
		async take(source, limit) {
			try {
				const all = open.get(nameOfSource(source)) ?? [];
				const { taken, left } = await claim(journal, all, limit);
				open.set(nameOfSource(source), left);
				const more = await keepLeft(source, left);
				return { ok: true, value: [...taken, ...more] };
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				return providerFailure(
					`n8n could not look up which replies were returned before: ${reason}`,
					"Run the node again. If it stays, switch off 'Only New' and use a Remove Duplicates node.",
				);
			}
		},
	};
}
