import { firstText, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { readRows, type RowsReading } from './answer-rows';

/** A link and its short form. */
export type ShortLinkRow = { url: string; shortUrl: string };

const SHAPE = { rowKeys: ['shortUrl', 'shorturl', 'shortURL'], listKeys: [] };

/** Reads the answer to `shortenUrl`, with the object as it came. */
export function readShortLink(
	data: AnswerData,
	httpStatus: number,
	url: string,
): RowsReading<{ row: ShortLinkRow; raw: Fields }> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (reading.kind === 'refused') return reading;
	const raw = reading.rows[0];
	const shortUrl = raw && firstText(raw, ...SHAPE.rowKeys);
	if (!raw || !shortUrl) {
		return { kind: 'refused', what: 'The answer of AllMySMS has no short link', remedy: null };
	}
	return { kind: 'rows', rows: [{ raw, row: { url, shortUrl } }] };
}
