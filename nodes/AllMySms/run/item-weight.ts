/** What a value takes in n8n's isolated engine, in bytes, beside its characters. */
const OBJECT = 56;
const FIELD = 16;
/** Deeper data is odd, or contains itself. */
const DEEPEST = 64;

/** A text this long is looked through for characters that take two bytes; others might have them. */
const LONG = 64;

const textWeight = (text: string): number =>
	FIELD + (text.length < LONG || /[^\0-\xff]/.test(text) ? 2 * text.length : text.length);

function isPlainObject(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	// Objects of another context, as code in a sandbox makes them, have another `Object.prototype`.
	return (
		prototype === null ||
		prototype === Object.prototype ||
		(typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
	);
}

/** Adds up to `most` bytes; Infinity for more, and for what is no plain data. */
function weigh(value: unknown, most: number, depth: number): number {
	switch (typeof value) {
		case 'string':
			return textWeight(value);
		case 'number':
		case 'boolean':
		case 'undefined':
			return FIELD;
		case 'object':
			break;
		default:
			return Infinity;
	}
	if (value === null || value instanceof Date) return FIELD + OBJECT;
	const isList = Array.isArray(value);
	if (depth > DEEPEST || (!isList && !isPlainObject(value))) return Infinity;
	let bytes = FIELD + OBJECT;
	if (isList) {
		for (const member of value as unknown[]) {
			bytes += weigh(member, most - bytes, depth + 1);
			if (bytes > most) return Infinity;
		}
		return bytes;
	}
	// A plain object inherits no key that is listed; a list of its keys would cost more than all else.
	for (const key in value) {
		// n8n's isolated engine hands such names out of an item as its own.
		if (key in Object.prototype || key === '__isError') return Infinity;
		bytes += weigh((value as Record<string, unknown>)[key], most - bytes, depth + 1);
		if (bytes > most) return Infinity;
	}
	return bytes;
}

/**
 * How many bytes a copy of the items takes in n8n's isolated engine, roughly.
 *
 * @returns Infinity for more than `most`, and where items hold more than plain data (text, numbers,
 *   dates, lists, objects): of anything else a copy may differ from what it is a copy of
 */
export function itemsWeight(items: readonly unknown[], most: number): number {
	try {
		return weigh(items, most, 0);
	} catch {
		// A field that fails when it is read.
		return Infinity;
	}
}
