import { isFields } from '../values';
import { readAnswer } from '../vocabulary/answers';
import type { RawPush } from '../vocabulary/spellings';
import { readEvent } from './sms-event';

/** The events of a push, and whether there was anything that is no object. */
export interface Members {
	readonly events: readonly RawPush[];
	readonly hasStrays: boolean;
}

const WRAPPERS = ['acks', 'mos', 'reports'];
const MAX_DEPTH = 5;

const NOTHING: Members = { events: [], hasStrays: false };

const merged = (all: readonly Members[]): Members => ({
	events: all.flatMap(({ events }) => events),
	hasStrays: all.some(({ hasStrays }) => hasStrays),
});

/** Nothing in it but empty texts, null, empty lists and objects. */
export function isBlank(value: unknown): boolean {
	if (value === null || value === undefined) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (typeof value !== 'object') return false;
	return Object.values(value).every(isBlank);
}

/** A form field may hold the whole push as JSON or XML. */
function unpacked(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[\s\uFEFF]*[[{<]/.test(value)) return value;
	return readAnswer(value) ?? value;
}

/** What stands in an envelope of one key, where that is an event that is understood. */
function inEnvelope(object: RawPush, depth: number): Members | null {
	const [only, ...others] = Object.values(object);
	const content = others.length === 0 ? unpacked(only) : null;
	if (typeof content !== 'object' || content === null) return null;
	const inner = membersOf(content, depth - 1);
	return inner.events.some((raw) => readEvent(raw).event !== 'other') ? inner : null;
}

/**
 * Finds the events in a push: a single object, a list of them, or lists in an envelope
 * (`{ acks: [...] }`). What is blank is left out.
 */
export function membersOf(value: unknown, depth = MAX_DEPTH): Members {
	if (isBlank(value)) return NOTHING;
	if (depth === 0) return { events: [], hasStrays: true };
	if (Array.isArray(value)) return merged(value.map((member) => membersOf(member, depth - 1)));
	if (!isFields(value)) return { events: [], hasStrays: true };

	const lists = Object.entries(value).filter(
		([key, list]) => WRAPPERS.includes(key.toLowerCase()) && typeof list === 'object',
	);
	if (lists.length > 0) return merged(lists.map(([, list]) => membersOf(list, depth - 1)));
	if (readEvent(value).event !== 'other') return { events: [value], hasStrays: false };
	return inEnvelope(value, depth) ?? { events: [value], hasStrays: false };
}
