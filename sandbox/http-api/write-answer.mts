import { encodeNonAsciiHTML } from 'entities';
import { XMLBuilder } from 'fast-xml-parser';

import type { PayloadFormat } from '../payload/payload.mts';
import type { AnswerHabits } from '../settings.mts';
import type { AnswerFields, AnswerValue } from './call.mts';

/** Root of XML answers: its real name is in no document, and no client asks for it. */
const ROOT = 'RESPONSE';

const builder = new XMLBuilder({ processEntities: true });

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const isRow = (value: AnswerValue): value is AnswerFields =>
	typeof value === 'object' && !Array.isArray(value);

const isNumeric = (text: string): boolean => /^-?\d{1,9}(?:\.\d+)?$/.test(text);

type Plain = string | number | Plain[] | { [key: string]: Plain };

function shaped(value: AnswerValue, habits: AnswerHabits): Plain {
	if (isRow(value)) return shapedFields(value, habits);
	if (typeof value === 'object') {
		const rows = value.map((row) => shapedFields(row, habits));
		const [only] = rows;
		return habits.singleObjects && rows.length === 1 && only !== undefined ? only : rows;
	}
	if (typeof value === 'number') return habits.numbers === 'text' ? String(value) : value;
	if (habits.numbers === 'number' && isNumeric(value)) return Number(value);
	return habits.htmlEntities ? encodeNonAsciiHTML(value) : value;
}

const shapedFields = (fields: AnswerFields, habits: AnswerHabits): Record<string, Plain> =>
	Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shaped(value, habits)]));

function writable(value: Plain): Plain {
	if (typeof value === 'string') return value.replace(UNWRITABLE, '');
	if (Array.isArray(value)) return value.length === 0 ? '' : value.map(writable);
	if (typeof value === 'object') {
		return Object.fromEntries(
			Object.entries(value).map(([key, each]) => [elementName(key), writable(each)]),
		);
	}
	return value;
}

/** A list field may be named as no element can be. */
const elementName = (key: string): string =>
	key.replace(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^(?![\p{L}_])/u, '_');

const xml = (fields: Record<string, Plain>): string =>
	`<?xml version="1.0" encoding="UTF-8"?>${builder.build({ [ROOT]: writable(fields) })}`;

/** Slashes are escaped as PHP does. */
const json = (fields: Record<string, Plain>): string =>
	JSON.stringify(fields).replaceAll('/', '\\/');

/**
 * Writes an answer of v9.0. A list in XML is its element, once per row; an empty one is its element
 * without content, so that the answer still says which list it is.
 */
export function writeAnswer(
	fields: AnswerFields,
	format: PayloadFormat,
	habits: AnswerHabits,
): string {
	const plain = shapedFields(fields, habits);
	const text = format === 'xml' ? xml(plain) : json(plain);
	return habits.byteOrderMark ? `\ufeff\n${text}` : text;
}
