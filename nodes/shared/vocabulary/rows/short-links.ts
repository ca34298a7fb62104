import { fail, read, type Result } from '../../problem';
import { firstText, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { readRows } from './answer-rows';

/** A link and its short form. */
export type ShortLinkRow = { url: string; shortUrl: string };

const SHAPE = { rowKeys: ['shortUrl', 'shorturl', 'shortURL'], listKeys: [] };

/** Reads the answer to `shortenUrl`, with the object as it came. */
export function readShortLink(
	data: AnswerData,
	httpStatus: number,
	url: string,
): Result<Array<{ row: ShortLinkRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const raw = reading.value[0];
	const shortUrl = raw && firstText(raw, ...SHAPE.rowKeys);
	if (!raw || !shortUrl) {
		return fail({ what: 'The answer of AllMySMS has no short link', remedy: '' });
	}
	return read([{ raw, row: { url, shortUrl } }]);
}
