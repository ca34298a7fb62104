/** What went wrong, and what to do about it. */
export interface Problem {
	/** What happened, as a sentence without full stop. */
	readonly what: string;
	/** What to do next, as sentences. */
	readonly remedy: string;
	/**
	 * What happened without what belongs to this one alone, so that equal problems can be told
	 * together; `what` where it is left out.
	 */
	readonly kind?: string;
}

/** The name under which a problem is told together with its equals. */
export const kindOf = ({ kind, what }: Problem): string => kind ?? what;

/** Input that cannot be used, found before anything was sent. */
export interface Refusal {
	/** The name that the user sees in the editor. */
	readonly parameter: string;
	/** What is wrong, as a sentence without its parameter: "is empty". */
	readonly reason: string;
	/** What to do next, as a sentence. */
	readonly remedy: string;
	/** The reason without what belongs to this item alone; the reason where it is left out. */
	readonly kind?: string;
}

/** The refusal in the words of a {@link Problem}. */
export const problemOf = ({ parameter, reason, remedy, kind = reason }: Refusal): Problem => ({
	what: `'${parameter}' ${reason}`,
	remedy,
	kind: `'${parameter}' ${kind}`,
});

/** Something read from the user's input, or why it cannot be used. */
export type Reading<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly refusal: Refusal };

/** A {@link Reading} that worked. */
export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

/** A {@link Reading} that did not. */
export const refuse = (
	parameter: string,
	reason: string,
	remedy: string,
	kind?: string,
): Reading<never> => ({
	ok: false,
	refusal: { parameter, reason, remedy, ...(kind === undefined ? {} : { kind }) },
});

type ValuesOf<T> = { [K in keyof T]: T[K] extends Reading<infer V> ? V : never };

/** All the readings, or the refusal of the first that did not work. */
export function readAll<T extends Readonly<Record<string, Reading<unknown>>>>(
	readings: T,
): Reading<ValuesOf<T>> {
	const values: Record<string, unknown> = {};
	for (const [name, reading] of Object.entries(readings)) {
		if (!reading.ok) return reading;
		values[name] = reading.value;
	}
	return read(values as ValuesOf<T>);
}
