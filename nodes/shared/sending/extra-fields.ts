/** Extra tags of `smsData`, or fields of the REST body, that the user adds by hand. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/**
 * Fields that the node fills itself: they say who gets which text, and whether it is sent at all.
 * All others may be set by hand.
 */
const RESERVED = {
	v9: ['MESSAGE', 'DYNAMIC', 'SMS'],
	rest: ['to', 'text', 'simulate'],
} as const;

/** The name of a field that may not be set by hand, or null where there is none. */
export function reservedField(fields: ExtraFields, api: 'v9' | 'rest'): string | null {
	const reserved = RESERVED[api].map((name) => name.toLowerCase());
	return Object.keys(fields).find((name) => reserved.includes(name.trim().toLowerCase())) ?? null;
}
