/** An object whose keys and types nobody vouches for: of an answer, a push, or an expression. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a value; none where it is no object. */
export const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

/** Whether an expression or a field gave nothing, or nothing but white space. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * A function that reads each object once: constants are the same object for every item of a run.
 * What was read is kept as long as the object lives.
 */
export function oncePerObject<K extends object, V>(read: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { readonly value: V }>();
	return (key) => {
		const before = known.get(key);
		if (before) return before.value;
		const value = read(key);
		known.set(key, { value });
		return value;
	};
}

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
