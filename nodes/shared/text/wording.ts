/** What an expression gave, in words for an error: `"many"`, `12`, `false`, `a list`, `an object`. */
export function inWords(raw: unknown): string {
	if (raw === undefined || raw === null) return 'nothing';
	if (typeof raw === 'string') return `"${raw.trim().slice(0, 60)}"`;
	if (typeof raw === 'number' || typeof raw === 'bigint' || typeof raw === 'boolean') {
		return String(raw);
	}
	if (Array.isArray(raw)) return 'a list';
	return typeof raw === 'object' ? 'an object' : `a ${typeof raw}`;
}

/** A number with its noun, for people: `1 recipient`, `1,200 recipients`. */
export const counted = (count: number, noun: string): string =>
	`${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
