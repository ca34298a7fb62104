import { createHash } from 'crypto';

import { firstText, textOf, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { eventPhone } from '../event-phone';
import { isStop } from '../stop';
import { readRows, type RowsReading } from './answer-rows';
import { receivedAtReader, receptionText } from './received-at';

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
	rowKeys: ['phoneNumber', 'PhoneNumber', 'receptionDate', 'id', 'smsMoId'],
	listKeys: ['mos', 'mo', 'pulls'],
};

/** A blank id, or the zero of a database, is none. */
function idOf(row: Fields): string | null {
	const id = firstText(row, 'id', 'smsMoId', 'moId');
	return id === '0' ? null : id;
}

/** The text is kept as it is, spaces included. */
const messageOf = (row: Fields): string | null =>
	typeof row.message === 'string' ? row.message : textOf(row.message);

/**
 * Names replies. An id is not trusted alone, because nobody vouches for it; equal replies without
 * one are counted, so that two of them are two.
 */
function replyNamer(): (row: Fields) => string {
	const seen = new Map<string, number>();
	return (row) => {
		const id = idOf(row);
		const parts = [id, eventPhone(row.phoneNumber ?? row.PhoneNumber), messageOf(row)];
		const content = JSON.stringify(id === null ? [...parts, receptionText(row)] : parts);
		const hash = createHash('sha256').update(content).digest('base64');
		if (id !== null) return hash;
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
): RowsReading<ReadReply> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (reading.kind === 'refused') return reading;
	const nameOf = replyNamer();
	const receivedAt = receivedAtReader();
	return {
		kind: 'rows',
		rows: reading.rows.map((raw): ReadReply => {
			const message = messageOf(raw);
			return {
				raw,
				key: nameOf(raw),
				row: {
					event: isStop(message) ? 'stop' : 'reply',
					replyId: idOf(raw),
					smsId: firstText(raw, 'smsId') ?? asked.smsId,
					campaignId: firstText(raw, 'campaignId', 'campId') ?? asked.campaignId,
					phoneNumber: eventPhone(raw.phoneNumber ?? raw.PhoneNumber),
					message,
					receivedAt: receivedAt(raw),
				},
			};
		}),
	};
}
