import { RE2JS, RE2JSSyntaxException } from 're2js';

import { read, refuse, type Result } from '../problem';
import type { ReceiptStatus } from '../vocabulary/receipts';
import type { EventName, SmsEvent } from './sms-event';

/** Whether a reply has the keyword. */
type KeywordTest = (message: string) => boolean;

const AS_REGEX = /^\/(.*)\/([a-z]*)$/s;
const MAX_PATTERN = 500;
/** The longest SMS has 1,224 characters; what is longer is searched up to here. */
const MAX_TEXT = 10_000;

/** A function, because the library is not to be loaded by those who have no regular expression. */
const flagBits = (): Readonly<Record<string, number>> => ({
	i: RE2JS.CASE_INSENSITIVE,
	m: RE2JS.MULTILINE,
	s: RE2JS.DOTALL,
	g: 0,
	u: 0,
});

/** Case, accents and the form of quotes aside, as people type on phones. */
const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[‘’]/g, "'")
		.replace(/\s+/g, ' ')
		.toLowerCase();

const refuseKeyword = (reason: string) =>
	refuse('Keyword', reason, 'Correct it, or enter the plain text to look for.');

/**
 * RE2 runs in linear time whatever the pattern: one that backtracks, as JavaScript's own do, could
 * hold up the whole of n8n with a reply made for it.
 */
function readRegex(pattern: string, flags: string): Result<KeywordTest> {
	if (pattern.length > MAX_PATTERN)
		return refuseKeyword(`is longer than ${MAX_PATTERN} characters`);
	const known = flagBits();
	let bits = 0;
	for (const flag of flags) {
		const bit = known[flag];
		if (bit === undefined) {
			return refuseKeyword(`has the flag "${flag}", which is not known; use i, m or s`);
		}
		bits |= bit;
	}
	try {
		const regex = RE2JS.compile(pattern, bits);
		return read((message: string) => regex.matcher(message.slice(0, MAX_TEXT)).find());
	} catch (error) {
		const why = error instanceof RE2JSSyntaxException ? error.message : 'it cannot be read';
		return refuseKeyword(
			`is no regular expression that can be used (${why}); look-around and back-references are not supported`,
		);
	}
}

/**
 * Reads a keyword: text that may stand anywhere in a reply, case and accents aside, or a regular
 * expression between slashes.
 *
 * @returns null for none
 */
export function readKeyword(keyword: string): Result<KeywordTest | null> {
	const text = keyword.trim();
	if (text === '') return read(null);
	const [, pattern, flags] = AS_REGEX.exec(text) ?? [];
	if (pattern !== undefined && pattern !== '') return readRegex(pattern, flags ?? '');
	const wanted = folded(text);
	return read((message: string) => folded(message.slice(0, MAX_TEXT)).includes(wanted));
}

/** What a workflow wants to hear of. */
export interface EventFilter {
	readonly events: ReadonlySet<EventName>;
	/** For delivery reports; null: all. */
	readonly statuses: ReadonlySet<ReceiptStatus> | null;
	/** For all events; null: all, also events of no campaign. */
	readonly campaignIds: ReadonlySet<string> | null;
	/** For replies; null: all. A STOP always passes: it must never be overheard. */
	readonly hasKeyword: KeywordTest | null;
}

/** Whether an event starts the workflow. */
export function isWanted(event: SmsEvent, filter: EventFilter): boolean {
	if (!filter.events.has(event.event)) return false;
	if (filter.campaignIds && !filter.campaignIds.has(event.campaignId ?? '')) return false;
	switch (event.event) {
		case 'deliveryReport':
			return filter.statuses?.has(event.meaning.status) ?? true;
		case 'reply':
			return filter.hasKeyword?.(event.message ?? '') ?? true;
		case 'stop':
		case 'other':
			return true;
	}
}
