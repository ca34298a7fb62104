import { decodeHTMLStrict } from 'entities';

import { parseInstant, toIsoWithOffset } from '../dates/instant';
import { isFields, type Fields } from '../values';
import type { AnswerData } from './answers';
import { ANSWER, PUSH, type PushField } from './spellings';

/** Lists inside lists deeper than this are no answer of the provider. */
export const MAX_DEPTH = 6;

/** Text or a number as text, trimmed; null for nothing and for anything else. */
export function textOf(value: unknown): string | null {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? null : text;
}

/**
 * What a person wrote or the provider says, with the HTML entities decoded that some of its answers
 * carry: once, and only whole ones, because "&copy" may stand in the address of a web page.
 */
export function spokenText(value: unknown): string | null {
	const text = textOf(value);
	// Most have none: a read of 100,000 rows need not ask the library about each.
	return text?.includes('&') ? textOf(decodeHTMLStrict(text)) : text;
}

/** The first of the named fields that has a text. */
export function firstText(fields: Fields, names: readonly string[]): string | null {
	for (const name of names) {
		const text = Object.hasOwn(fields, name) ? textOf(fields[name]) : null;
		if (text !== null) return text;
	}
	return null;
}

/** A number, also one that was written as text, with a decimal comma or a currency sign. */
export function numberOf(value: unknown): number | null {
	const text = textOf(value);
	if (text === null || text.length > 40) return null;
	const [, number] =
		/^([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:€|EUR))?$/i.exec(text.replace(/\s/g, '')) ?? [];
	return number === undefined ? null : Number(number.replace(',', '.'));
}

/** The first of the named fields that is a number. */
export function firstNumber(fields: Fields, names: readonly string[]): number | null {
	for (const name of names) {
		const number = Object.hasOwn(fields, name) ? numberOf(fields[name]) : null;
		if (number !== null) return number;
	}
	return null;
}

/**
 * The moment that the provider names, as ISO 8601 with offset.
 *
 * @param zone the zone of the provider's local times, and of the result
 * @returns null where there is none or it cannot be read
 */
export function eventDate(raw: unknown, zone: string): string | null {
	const instant = parseInstant(raw, zone);
	const iso = instant === null ? '' : toIsoWithOffset(instant, zone);
	return iso === '' ? null : iso;
}

/** The provider's local times are those of Paris. */
const PROVIDER_ZONE = 'Europe/Paris';

/**
 * A reader of many moments of the provider, as ISO 8601 with offset. Rows of a campaign share their
 * seconds, and time zones are slow to reckon with: what was read before is remembered.
 */
export function momentReader(): (text: string | null) => string | null {
	const known = new Map<string, string | null>();
	return (text) => {
		if (text === null) return null;
		const before = known.get(text);
		if (before !== undefined) return before;
		const date = eventDate(text, PROVIDER_ZONE);
		known.set(text, date);
		return date;
	};
}

/** The same for the rows that have them. */
export function receivedAtReader(): (row: Fields) => string | null {
	const momentOf = momentReader();
	return (row) => momentOf(firstText(row, ANSWER.receptionDate));
}

/** The provider's own words. */
export function providerWords(fields: Fields): string | null {
	const words = firstText(fields, ANSWER.words);
	return spokenText(words)?.slice(0, 500) ?? null;
}

/** Keys that tell by themselves what became of a request. */
const TELLING: ReadonlySet<string> = new Set([
	...ANSWER.status,
	ANSWER.words[0],
	ANSWER.words[1],
	ANSWER.smsId[0],
	...ANSWER.smsIds,
	ANSWER.campaignId[0],
	...ANSWER.invalidNumbers,
	ANSWER.credits[0],
]);

/**
 * The object that tells what became of a request: of a list the first member, and what stands
 * alone inside an envelope of one key.
 */
export function tellingFields(data: AnswerData): Fields | null {
	let value: unknown = data;
	for (let depth = 0; depth < 5; depth++) {
		if (Array.isArray(value)) {
			value = value[0];
			continue;
		}
		if (!isFields(value)) return null;
		const [only, ...others] = Object.entries(value);
		const isEnvelope = only && others.length === 0 && !TELLING.has(only[0]);
		if (!isEnvelope || typeof only[1] !== 'object') return value;
		value = only[1];
	}
	return null;
}

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

const BY_FIELD = new Map<string, readonly string[]>(
	Object.entries(PUSH).map(([field, spellings]) => [field, spellings.map(plain)]),
);

/** The fields of one event, found whatever the case and spelling of their keys. */
export class PushFields {
	private readonly values = new Map<string, unknown>();

	constructor(raw: Fields) {
		for (const [key, value] of Object.entries(raw)) this.values.set(plain(key), value);
	}

	has(field: PushField): boolean {
		return BY_FIELD.get(field)?.some((spelling) => this.values.has(spelling)) ?? false;
	}

	/** The text of the first spelling that has one; of a repeated form field the last. */
	text(field: PushField): string | null {
		for (const spelling of BY_FIELD.get(field) ?? []) {
			const value = this.values.get(spelling);
			const text = textOf(Array.isArray(value) ? value.at(-1) : value);
			if (text !== null) return text;
		}
		return null;
	}

	/** The same for what somebody wrote, with HTML entities decoded. */
	spoken(field: PushField): string | null {
		return spokenText(this.text(field));
	}

	/** An id; null also for the zero of a database. */
	id(field: PushField): string | null {
		const text = this.text(field);
		return text === '0' ? null : text;
	}
}
