import type { IExecuteFunctions } from 'n8n-workflow';

import { read, type Result } from '../../../shared/problem';
import { type ProviderCall, v9Call } from '../../../shared/provider/provider-call';
import { readReplies, type ReadReply } from '../../../shared/vocabulary/replies';
import { providerFailure } from '../../run/item-output';
import { askProvider } from '../../run/ask';

/** Whose replies are asked for; nulls for those of the whole account of the credential. */
export interface ReplySource {
	readonly campaignId: string | null;
	readonly subAccount: string | null;
}

/** Names a source, so that what belongs to it can be kept apart. */
export const nameOfSource = ({ campaignId, subAccount }: ReplySource): string =>
	JSON.stringify([campaignId, subAccount]);

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
