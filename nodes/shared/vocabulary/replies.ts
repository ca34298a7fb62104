import { createHash } from 'crypto';

import { read, type Result } from '../problem';
import type { Fields } from '../values';
import type { AnswerData } from './answers';
import { momentReader, PushFields } from './fields';
import { providerPhone } from './phone';
import { readRows } from './rows';
import { ANSWER, PUSH } from './spellings';
import { isStop } from './stop';

/** A reply as a push and a row of an answer hold it alike. A key without a value is null. */
export interface Reply {
	/** `stop` where it asks for no more SMS. */
	readonly event: 'reply' | 'stop';
	readonly replyId: string | null;
	readonly smsId: string | null;
	readonly campaignId: string | null;
	/** E.164, or what else stood there. */
	readonly phoneNumber: string | null;
	/** Without the blanks around it. */
	readonly message: string | null;
	/** The provider's date as it came. */
	readonly receptionDate: string | null;
}

/**
 * Reads a reply, whichever road it came: the trigger and the reads tell the same of it. Platforms
 * that look for the first word may send it as a field of its own.
 */
export function readReply(fields: PushFields): Reply {
	const keyword = fields.spoken('keyword');
	const message = fields.spoken('message') ?? keyword;
	return {
		event: isStop(message) || isStop(keyword) ? 'stop' : 'reply',
		replyId: fields.id('replyId') ?? fields.id('rowId'),
		smsId: fields.id('smsId'),
		campaignId: fields.id('campaignId'),
		phoneNumber: providerPhone(fields.text('phoneNumber')),
		message,
		receptionDate: fields.text('receptionDate'),
	};
}

/** A reply, with the same keys as from the trigger. A key without a value is null. */
export type ReplyRow = {
	/** `stop` where the text asks for no more SMS. */
	event: 'reply' | 'stop';
	replyId: string | null;
	smsId: string | null;
	campaignId: string | null;
	phoneNumber: string | null;
	message: string | null;
	/** ISO 8601 with offset. */
	receivedAt: string | null;
};

/** A reply with its row as it came and a name that is the same in every answer that holds it. */
export interface ReadReply {
	readonly row: ReplyRow;
	readonly raw: Fields;
	readonly key: string;
}

/** What was asked for: the provider does not repeat it in its rows. */
export interface AskedReplies {
	readonly smsId: string | null;
	readonly campaignId: string | null;
}

const SHAPE = {
	rowKeys: [...ANSWER.phoneNumber, ANSWER.receptionDate[0], ...PUSH.rowId, PUSH.replyId[0]],
	listKeys: ['mos', 'mo', 'pulls'],
};

/**
 * Names replies. An id is not trusted alone, because nobody vouches for it; equal replies without
 * one are counted, so that two of them are two.
 */
function replyNamer(): (reply: Reply) => string {
	const seen = new Map<string, number>();
	return ({ replyId, phoneNumber, message, receptionDate }) => {
		const parts = [replyId, phoneNumber, message];
		const content = JSON.stringify(replyId === null ? [...parts, receptionDate] : parts);
		const hash = createHash('sha256').update(content).digest('base64');
		if (replyId !== null) return hash;
		const count = (seen.get(hash) ?? 0) + 1;
		seen.set(hash, count);
		return `${hash}/${count}`;
	};
}

/** Reads the answer to `getPulls`, `getPull` or `getPullBySmsId`. */
export function readReplies(
	data: AnswerData,
	httpStatus: number,
	asked: AskedReplies,
): Result<ReadReply[]> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const nameOf = replyNamer();
	const momentOf = momentReader();
	return read(
		reading.value.map((raw): ReadReply => {
			const reply = readReply(new PushFields(raw));
			return {
				raw,
				key: nameOf(reply),
				row: {
					event: reply.event,
					replyId: reply.replyId,
					smsId: reply.smsId ?? asked.smsId,
					campaignId: reply.campaignId ?? asked.campaignId,
					phoneNumber: reply.phoneNumber,
					message: reply.message,
					receivedAt: momentOf(reply.receptionDate),
				},
			};
		}),
	);
}
