/** Input that cannot be used, found before anything was sent. */
export interface Refusal {
	/** The name that the user sees in the editor. */
	readonly parameter: string;
	/** What is wrong, as a sentence without its parameter: "is empty". */
	readonly reason: string;
	/** What to do next, as a sentence. */
	readonly remedy: string;
}

/** Something read from the user's input, or why it cannot be used. */
export type Reading<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly refusal: Refusal };

/** A {@link Reading} that worked. */
export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

/** A {@link Reading} that did not. */
export const refuse = (parameter: string, reason: string, remedy: string): Reading<never> => ({
	ok: false,
	refusal: { parameter, reason, remedy },
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
