import type { Evaluate } from './expression-code';

/**
 * n8n's isolated engine has 128 MB; when they are used up, nothing can be evaluated any more in the
 * whole execution. Copies of items have been seen to fill it from 135 MB on.
 */
const HEAVIEST_COPY = 80_000_000;
/** Characters that one evaluation may give; the engine holds them beside the copy of the items. */
const LONGEST_RESULT = 16_000_000;
/** n8n ends an evaluation after five seconds, in which the items are copied too. */
const LONGEST_MS = 1_500;

/**
 * Where nothing is copied, so many items at a time: what was read of them is gone before it counts
 * as long-lived, and a run of 100,000 takes half the memory.
 */
const PIECE = 5_000;

/** Stands where an evaluation did not come to an item. */
const NOT_REACHED = 0;

/**
 * How an evaluation comes to its items, from the one on that it is made for. The code is the same
 * wherever it begins, because n8n compiles each code that it has not seen, which takes longer than
 * to evaluate it for hundreds of items.
 */
interface Access {
	readonly most: number;
	readonly list: string;
	readonly json: string;
	/** Whether n8n limits what one evaluation may take and give. */
	readonly isLimited: boolean;
}

/** n8n's older engine hands out the items themselves. */
const own: Access = {
	most: PIECE,
	list: `$input.all().slice($itemIndex, $itemIndex + ${PIECE})`,
	json: 'allMySmsItem.json',
	isLimited: false,
};

/** All at once: fast, but the isolated engine copies them. */
const copied: Access = {
	most: Infinity,
	list: '$input.all().slice($itemIndex)',
	json: 'allMySmsItem.json',
	isLimited: true,
};

/** One by one, and of each only what is read, exactly as when it is evaluated for itself. */
const fetched = (itemCount: number): Access => ({
	most: Infinity,
	list: `Array.from({ length: ${itemCount} - $itemIndex })`,
	json: '$item(allMySmsIndex + allMySmsFirst).$json',
	isLimited: true,
});

/**
 * Evaluates a code for all items in one expression: an evaluation costs far more than what is in it.
 * An arrow function has the names of the item as its parameters. An item in which something fails
 * gives null, and costs the others nothing.
 */
function walkExpression(code: string, { list, json, isLimited }: Access): string {
	const row = isLimited
		? `const allMySmsRow = ${code}; allMySmsRoom.left -= JSON.stringify(allMySmsRow).length; return allMySmsRow;`
		: `return ${code};`;
	const read = `(($json, $itemIndex) => { try { ${row} } catch (allMySmsError) { return null; } })(${json}, allMySmsIndex + allMySmsFirst)`;
	const each = isLimited
		? `allMySmsRoom.left > 0 && Date.now() < allMySmsRoom.until ? ${read} : ${NOT_REACHED}`
		: read;
	const room = `{ left: ${LONGEST_RESULT}, until: Date.now() + ${LONGEST_MS} }`;
	return `{{ ((allMySmsItems, allMySmsFirst, allMySmsRoom) => allMySmsItems.map((allMySmsItem, allMySmsIndex) => ${each}))(${list}, $itemIndex, ${room}) }}`;
}

/**
 * Evaluates a code, an array literal, for all items in as few evaluations as possible, as far as
 * they are asked for.
 *
 * @param handsOutItems whether n8n's engine evaluates with the items themselves, and not with copies
 * @returns a function that gives the array of an item; null where the item must be evaluated by
 *   itself, as when it is asked for after a later one
 */
export function walkItems(
	code: string,
	evaluate: Evaluate,
	items: ReadonlyArray<{ readonly json: unknown }>,
	handsOutItems: () => boolean,
): (itemIndex: number) => unknown {
	let access: Access | null = null;
	let first = 0;
	let rows: unknown[] = [];
	let failed = false;
	let last: { readonly itemIndex: number; readonly row: unknown } | null = null;

	const chooseAccess = (): Access => {
		if (handsOutItems()) return own;
		return itemsWeight(items, HEAVIEST_COPY) < Infinity ? copied : fetched(items.length);
	};

	const walkFrom = (from: number): unknown[] => {
		try {
			access ??= chooseAccess();
			const result = evaluate(walkExpression(code, access), from);
			const expected = Math.min(items.length - from, access.most);
			if (Array.isArray(result) && result.length === expected) return result;
		} catch {
			// A syntax that cannot stand in it, or a limit of n8n's engine: item by item, as n8n does.
		}
		failed = true;
		return [];
	};

	const rowOf = (itemIndex: number): unknown => {
		const known = rows[itemIndex - first];
		if (known !== undefined && known !== NOT_REACHED) return known;
		if (failed) return null;
		first = itemIndex;
		rows = walkFrom(itemIndex);
		return rows[0] === NOT_REACHED ? null : (rows[0] ?? null);
	};

	return (itemIndex) => {
		if (last?.itemIndex === itemIndex) return last.row;
		const row = rowOf(itemIndex);
		last = { itemIndex, row };
		// Items are read one after the other: what was read need not be kept.
		rows[itemIndex - first] = null;
		return row;
	};
}

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
